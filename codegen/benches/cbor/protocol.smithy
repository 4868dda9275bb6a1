$version: "2.0"

namespace com.amazonaws.cognitoidentityprovider

use smithy.protocols#rpcv2Cbor

apply AWSCognitoIdentityProviderService @rpcv2Cbor
