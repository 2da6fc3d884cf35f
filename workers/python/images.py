"""The two workers of the image samples: real conversion with Pillow, upload through the S3 protocol."""

import io
import os
import tempfile
import urllib.request
import uuid
from pathlib import Path

import boto3
from botocore.exceptions import ClientError
from conductor.client.worker.exception import NonRetryableException
from conductor.client.worker.worker_task import worker_task
from PIL import Image, ImageOps

WORK_FOLDER = Path(os.environ.get("WORK_FOLDER", Path(tempfile.gettempdir()) / "conductor-playground-images"))
BUCKET = os.environ.get("S3_BUCKET", "conductor-playground")
ENDPOINT = os.environ.get("S3_ENDPOINT", "http://127.0.0.1:4566")
PUBLIC_URL = os.environ.get("S3_PUBLIC_URL", f"{ENDPOINT}/{BUCKET}")
FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "tiff": "TIFF"}
CONTENT_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif", ".tiff": "image/tiff"}


@worker_task(task_definition_name="image_convert_resize", thread_count=2)
def image_convert_resize(fileLocation: str, outputFormat: str, outputWidth: int, outputHeight: int) -> dict:
    kind = FORMATS.get(str(outputFormat).lower())
    if kind is None or not str(fileLocation).lower().startswith(("http://", "https://")):
        raise NonRetryableException(f"fileLocation must be a URL and outputFormat one of {', '.join(FORMATS)}")
    with urllib.request.urlopen(fileLocation, timeout=15) as response:
        picture = Image.open(io.BytesIO(response.read()))
    resized = ImageOps.fit(ImageOps.exif_transpose(picture).convert("RGB"), (int(outputWidth), int(outputHeight)))
    WORK_FOLDER.mkdir(parents=True, exist_ok=True)
    file = WORK_FOLDER / f"{uuid.uuid4()}.{'jpg' if kind == 'JPEG' else kind.lower()}"
    resized.save(file, kind)
    return {"fileLocation": str(file), "outputFormat": kind.lower(), "width": resized.width, "height": resized.height}


@worker_task(task_definition_name="upload_toS3", thread_count=2)
def upload_to_s3(fileLocation: str) -> dict:
    file = Path(fileLocation).resolve()
    # Workflow input must not make this worker publish any other file.
    if not file.is_relative_to(WORK_FOLDER.resolve()):
        raise NonRetryableException(f"{fileLocation} is not in the work folder {WORK_FOLDER}")
    client = s3_client()
    ensure_bucket(client)
    key = f"python/{file.name}"
    client.put_object(Bucket=BUCKET, Key=key, Body=file.read_bytes(), ContentType=CONTENT_TYPES.get(file.suffix, "application/octet-stream"))
    return {"fileLocation": f"{PUBLIC_URL}/{key}", "bucket": BUCKET, "key": key}


def s3_client():
    return boto3.client(
        "s3",
        endpoint_url=ENDPOINT,
        region_name=os.environ.get("S3_REGION", "us-east-1"),
        aws_access_key_id=os.environ.get("S3_ACCESS_KEY_ID", "local"),
        aws_secret_access_key=os.environ.get("S3_SECRET_ACCESS_KEY", "local"),
    )


def ensure_bucket(client) -> None:
    try:
        client.head_bucket(Bucket=BUCKET)
    except ClientError:
        client.create_bucket(Bucket=BUCKET)
