$version: "2"

namespace example.library

use aws.protocols#restJson1

@restJson1
service Library {
    operations: [GetBook, PutBook, RemoveBook, ListBooks, PutCover, LendBook, OpenShelf, ListShelves]
    errors: [NotFound]
}

@error("client")
@httpError(404)
structure NotFound {
    @required
    message: String

    @httpHeader("x-isbn")
    isbn: String
}

@readonly
@http(method: "GET", uri: "/books/{isbn}")
operation GetBook {
    input := {
        @required
        @httpLabel
        isbn: String
    }
    output: Book
}

@idempotent
@http(method: "PUT", uri: "/books/{isbn}")
operation PutBook {
    input := {
        @required
        @httpLabel
        isbn: String

        @required
        title: String

        @range(min: 1)
        pages: Integer
    }
    output: Book
}

structure Book {
    isbn: String
    title: String
    pages: Integer
}

@idempotent
@http(method: "DELETE", uri: "/books/{isbn}", code: 204)
operation RemoveBook {
    input := {
        @required
        @httpLabel
        isbn: String
    }
    output := {}
}

@readonly
@http(method: "GET", uri: "/books")
operation ListBooks {
    input := {
        @httpQuery("author")
        authors: Texts

        @httpQuery("limit")
        limit: Integer

        @httpHeader("x-languages")
        languages: Texts
    }
    output := {
        titles: Texts

        @httpHeader("x-total")
        total: Integer
    }
}

list Texts {
    member: String
}

@mediaType("image/png")
blob Picture

@idempotent
@http(method: "PUT", uri: "/books/{isbn}/cover", code: 201)
operation PutCover {
    input := {
        @required
        @httpLabel
        isbn: String

        @required
        @httpPayload
        picture: Picture
    }
    output := {
        @httpPayload
        picture: Picture
    }
}

@http(method: "POST", uri: "/books/{isbn}/loans/{until}")
operation LendBook {
    input := {
        @required
        @httpLabel
        isbn: String

        @required
        @httpLabel
        until: Timestamp

        @required
        @httpHeader("x-reader")
        reader: String

        @httpHeader("x-since")
        since: Timestamp
    }
    output := {
        @required
        until: Timestamp

        since: Timestamp
    }
}

@readonly
@http(method: "GET", uri: "/shelves/{path+}")
operation OpenShelf {
    input := {
        @required
        @httpLabel
        path: String
    }
    output: Shelf
}

@readonly
@http(method: "GET", uri: "/shelves/{path+}?view=list")
operation ListShelves {
    input := {
        @required
        @httpLabel
        path: String
    }
    output := {
        paths: Texts
    }
}

structure Shelf {
    path: String
}
