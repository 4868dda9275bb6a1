//! Members of aggregate and enum shapes.

use super::{Parser, Step};
use crate::syntax::{NodeKind, TokenKind};

/// How deep inline collections may nest.
const MAX_INLINE_DEPTH: usize = 3;

impl Parser<'_> {
    pub(super) fn member(&mut self) -> Step {
        let marker = self.start(NodeKind::Member);
        if self.documentation() && self.at(TokenKind::RightBrace) {
            self.nodes.truncate(marker.0 + 1);
            self.finish_as(marker, NodeKind::DanglingDocumentation);
            return Ok(());
        }
        self.traits()?;
        self.member_index()?;
        if self.at(TokenKind::Dollar) {
            self.bump();
            self.nodes[marker.0].kind = NodeKind::ElidedMember;
            self.expect(TokenKind::Identifier)?;
        } else {
            self.member_name()?;
            self.skip_spaces();
            self.expect(TokenKind::Colon)?;
            self.skip_spaces();
            self.target(0)?;
        }
        let assigned = self.value_assignment()?;
        self.finish(marker);
        if assigned { self.expect_break() } else { Ok(()) }
    }

    fn member_name(&mut self) -> Step {
        if !self.at(TokenKind::Identifier) {
            return self.unexpected("the name of a member");
        }
        self.bump();
        Ok(())
    }

    pub(super) fn enum_member(&mut self) -> Step {
        let marker = self.start(NodeKind::EnumMember);
        if self.documentation() && self.at(TokenKind::RightBrace) {
            self.nodes.truncate(marker.0 + 1);
            self.finish_as(marker, NodeKind::DanglingDocumentation);
            return Ok(());
        }
        self.traits()?;
        self.member_name()?;
        let assigned = self.value_assignment()?;
        self.finish(marker);
        if assigned { self.expect_break() } else { Ok(()) }
    }

    /// A number, a dot and a space; which numbers can be used is found by the checks.
    fn member_index(&mut self) -> Step {
        if !self.at(TokenKind::Number) {
            return Ok(());
        }
        let marker = self.start(NodeKind::MemberIndex);
        self.bump();
        self.expect(TokenKind::Dot)?;
        self.finish(marker);
        self.expect_spaces()
    }

    /// A shape id, `[target]` or `{target: target}`.
    fn target(&mut self, depth: usize) -> Step {
        let kind = match self.kind() {
            TokenKind::LeftBracket => NodeKind::InlineList,
            TokenKind::LeftBrace => NodeKind::InlineMap,
            _ => return self.shape_id(),
        };
        if depth == MAX_INLINE_DEPTH {
            let help = "define the inner lists and maps as shapes";
            return self.fail("inline collections nest at most three deep", help);
        }
        let marker = self.start(kind);
        self.bump();
        self.skip_trivia();
        self.target(depth + 1)?;
        self.skip_trivia();
        if kind == NodeKind::InlineMap {
            self.expect(TokenKind::Colon)?;
            self.skip_trivia();
            self.target(depth + 1)?;
            self.skip_trivia();
            self.expect(TokenKind::RightBrace)?;
        } else {
            self.expect(TokenKind::RightBracket)?;
        }
        self.finish(marker);
        Ok(())
    }

    /// `= value` and an optional comma; says whether it was there.
    fn value_assignment(&mut self) -> Step<bool> {
        let next = self.past_spaces(self.position);
        if self.kind_at(next) != TokenKind::Equal {
            return Ok(false);
        }
        self.position = next;
        let marker = self.start(NodeKind::ValueAssignment);
        self.bump();
        self.skip_spaces();
        self.value()?;
        self.finish(marker);
        let comma = self.past_spaces(self.position);
        if self.kind_at(comma) == TokenKind::Comma {
            self.position = comma + 1;
        }
        Ok(true)
    }
}
