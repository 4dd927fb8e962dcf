"""Reading the parameters of a Bot API call: query, form, JSON and multipart, all the same way."""

import json
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.bot_api.chats import Upload
from bot.sandbox.bot_api.refusals import bad_request

Parameters = dict[str, object]
Uploads = dict[str, Upload]


async def read_body(request: Request) -> tuple[Parameters, Uploads]:
    """Return the parameters and the files of a call."""
    params: Parameters = dict(parse_qsl(request.scope["query_string"].decode()))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        fields, uploads = await _multipart(request)
        return params | fields, uploads
    body = await request.body()
    if kind == "application/json":
        return params | _from_json(body), {}
    return params | dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True)), {}


def _from_json(body: bytes) -> Parameters:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise bad_request("a JSON object is needed")
    return values


async def _multipart(request: Request) -> tuple[Parameters, Uploads]:
    params: Parameters = {}
    uploads: Uploads = {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                uploads[name] = Upload(value.filename or name, await value.read())
            else:
                params[name] = value
    return params, uploads
