import type { Command } from '@/server/admin/command'
import { signUp } from '@/server/auth/sign-up'

export const createUser: Command = {
  usage: '--email ada@example.org --password … [--name Ada] [--operator]',
  required: ['email', 'password'],
  async run({ db, options }) {
    const { email = '', password = '', name } = options
    const id = await signUp(db, { email, password, name })
    if (options.operator !== undefined) await db.user.update({ where: { id }, data: { isOperator: true } })
    return { id, email, operator: options.operator !== undefined }
  },
}

export const listUsers: Command = {
  usage: '',
  required: [],
  async run({ db }) {
    const users = await db.user.findMany({ orderBy: { createdAt: 'asc' } })
    return users.map(({ id, email, name, isGuest, isOperator, createdAt }) => ({
      id,
      email,
      name,
      guest: isGuest,
      operator: isOperator,
      created: createdAt.toISOString(),
    }))
  },
}
