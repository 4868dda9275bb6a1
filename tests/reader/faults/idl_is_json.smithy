{ "smithy": "2.0" }
