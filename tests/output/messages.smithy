$version: "2"

namespace radio

use aws.auth#unsignedPayload
use aws.protocols#awsJson1_0
use aws.protocols#awsQueryCompatible
use aws.protocols#httpChecksum

/// Messages that awsJson 1.0 has and this tool writes, and those that it does not.
@awsJson1_0
@awsQueryCompatible
@badge
@httpBearerAuth
@cors
service Radio {
    operations: [Tune, Listen, Talk]
}

/// A scheme of the model's own.
@trait(selector: "service")
@authDefinition
structure badge {}

@endpoint(hostPrefix: "{band}.")
@requestCompression(encodings: ["gzip"])
@httpChecksumRequired
@unsignedPayload
@http(method: "POST", uri: "/tune")
operation Tune {
    input := {
        @required
        @hostLabel
        band: String

        @idempotencyToken
        token: String

        @jsonName("Volume")
        @xmlName("Loud")
        @httpHeader("x-volume")
        volume: Integer
    }
    errors: [Noise]
}

@auth([badge])
operation Listen {
    output := {
        sounds: Sounds
    }
}

@optionalAuth
operation Talk {
    input := {
        sounds: Sounds
    }
}

@streaming
union Sounds {
    tone: Tone
}

structure Tone {
    @eventHeader
    pitch: Integer

    @eventPayload
    wave: Blob
}

@error("client")
@httpError(404)
structure Noise {
    @httpHeader("x-noise")
    message: String
}
