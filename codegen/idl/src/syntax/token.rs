//! The kinds of tokens.

/// What a token is; every byte of a text belongs to exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A byte order mark at the beginning of the text.
    Bom,
    /// Spaces and tabs.
    Space,
    /// One line break.
    Newline,
    /// `,`, which is whitespace.
    Comma,
    /// `// text`, without the line break.
    Comment,
    /// `/// text`, without the line break.
    DocComment,
    /// Letters, digits and underscores.
    Identifier,
    /// A number, well-formed or not.
    Number,
    /// `"text"`.
    String,
    /// `"""text"""`.
    TextBlock,
    /// `#tag` before a string.
    Tag,
    /// The string after a tag, in which escapes mean what the tag says.
    RawString,
    /// The text block after a tag.
    RawTextBlock,
    /// `@`.
    At,
    /// `$`.
    Dollar,
    /// `.`.
    Dot,
    /// `:`.
    Colon,
    /// `:=`.
    Walrus,
    /// `=`.
    Equal,
    /// `#`.
    Pound,
    /// `{`.
    LeftBrace,
    /// `}`.
    RightBrace,
    /// `[`.
    LeftBracket,
    /// `]`.
    RightBracket,
    /// `(`.
    LeftParen,
    /// `)`.
    RightParen,
    /// A character that no token begins with.
    Unknown,
    /// The end of the text, without any characters.
    End,
}

impl TokenKind {
    /// Whether the grammar's `WS` covers it; documentation comments are whitespace where they document nothing.
    pub fn is_trivia(self) -> bool {
        self.is_space_or_break() || matches!(self, Self::DocComment)
    }

    /// Whether it is whitespace or a comment that is never documentation.
    pub(crate) fn is_space_or_break(self) -> bool {
        matches!(self, Self::Bom | Self::Space | Self::Newline | Self::Comma | Self::Comment)
    }

    /// The words for it in a message, where its text does not matter.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Bom => "a byte order mark",
            Self::Space => "a space",
            Self::Newline => "a line break",
            Self::Comma => "`,`",
            Self::Comment => "a comment",
            Self::DocComment => "a documentation comment",
            Self::Identifier => "an identifier",
            Self::Number => "a number",
            Self::String | Self::RawString => "a string",
            Self::TextBlock | Self::RawTextBlock => "a text block",
            Self::Tag => "a tag",
            Self::At => "`@`",
            Self::Dollar => "`$`",
            Self::Dot => "`.`",
            Self::Colon => "`:`",
            Self::Walrus => "`:=`",
            Self::Equal => "`=`",
            Self::Pound => "`#`",
            Self::LeftBrace => "`{`",
            Self::RightBrace => "`}`",
            Self::LeftBracket => "`[`",
            Self::RightBracket => "`]`",
            Self::LeftParen => "`(`",
            Self::RightParen => "`)`",
            Self::Unknown => "an unknown character",
            Self::End => "the end of the file",
        }
    }
}
