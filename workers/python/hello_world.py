"""The smallest worker: the task's input arrives as arguments, what is returned is its output."""

from conductor.client.worker.worker_task import worker_task


@worker_task(task_definition_name="hello_world")
def hello_world(name: str = "World") -> dict:
    return {"hw_response": f"Hello {name}!"}
