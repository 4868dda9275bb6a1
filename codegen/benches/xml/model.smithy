$version: "2.0"

namespace bench.xml

use aws.protocols#restXml

@restXml(noErrorWrapping: true)
@xmlNamespace(uri: "http://s3.amazonaws.com/doc/2006-03-01/")
service Storage {
    operations: [ListObjects]
}

@http(method: "GET", uri: "/{bucket}")
@readonly
operation ListObjects {
    input := {
        @required
        @httpLabel
        bucket: String
    }
    output: ListObjectsOutput
}

@xmlName("ListBucketResult")
structure ListObjectsOutput {
    Name: String
    Prefix: String
    KeyCount: Integer
    MaxKeys: Integer
    IsTruncated: Boolean
    NextContinuationToken: String
    @xmlFlattened
    Contents: ObjectList
    @xmlFlattened
    CommonPrefixes: Prefixes
}

list ObjectList {
    member: Object
}

structure Object {
    Key: String
    LastModified: Timestamp
    ETag: String
    @xmlFlattened
    ChecksumAlgorithm: Algorithms
    Size: Long
    StorageClass: String
    Owner: Owner
}

list Algorithms {
    member: String
}

structure Owner {
    ID: String
    DisplayName: String
}

list Prefixes {
    member: CommonPrefix
}

structure CommonPrefix {
    Prefix: String
}
