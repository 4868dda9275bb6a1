//! Expressions of Rust, put together without text: the formatter puts parentheses where precedence asks for them.

use proc_macro2::Span;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{BinOp, Expr, Lit, LitBool, LitInt, LitStr, Member, Pat, RangeLimits, ReturnType, UnOp};

use crate::names;

/// A name, or a path.
pub(super) fn path(tokens: impl ToTokens) -> Expr {
    let path = syn::parse2(tokens.into_token_stream()).expect("what is given is a path");
    Expr::Path(syn::ExprPath { attrs: Vec::new(), qself: None, path })
}

/// A variable.
pub(super) fn name(name: &str) -> Expr {
    path(names::ident(name))
}

pub(super) fn text(text: &str) -> Expr {
    literal(Lit::Str(LitStr::new(text, Span::call_site())))
}

pub(super) fn bool(value: bool) -> Expr {
    literal(Lit::Bool(LitBool::new(value, Span::call_site())))
}

/// A number in Rust's digits, negative or not.
pub(super) fn number(digits: &str) -> Expr {
    match digits.strip_prefix('-') {
        Some(size) => unary(UnOp::Neg(Default::default()), number(size)),
        None => literal(match digits.contains(['.', 'e']) {
            true => Lit::Float(syn::LitFloat::new(digits, Span::call_site())),
            false => Lit::Int(LitInt::new(digits, Span::call_site())),
        }),
    }
}

fn literal(lit: Lit) -> Expr {
    Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit })
}

/// `receiver.method(arguments)`.
pub(super) fn method(receiver: Expr, method: &str, arguments: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::MethodCall(syn::ExprMethodCall {
        attrs: Vec::new(),
        receiver: Box::new(receiver),
        dot_token: Default::default(),
        method: names::ident(method),
        turbofish: None,
        paren_token: Default::default(),
        args: arguments.into_iter().collect(),
    })
}

/// `function(arguments)`.
pub(super) fn call(function: Expr, arguments: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Call(syn::ExprCall {
        attrs: Vec::new(),
        func: Box::new(function),
        paren_token: Default::default(),
        args: arguments.into_iter().collect(),
    })
}

/// `Some(value)`.
pub(super) fn some(value: Expr) -> Expr {
    call(name("Some"), [value])
}

/// `base.field`.
pub(super) fn field(base: Expr, field: impl ToTokens) -> Expr {
    let member = Member::Named(syn::parse2(field.into_token_stream()).expect("a field's name is a name"));
    Expr::Field(syn::ExprField {
        attrs: Vec::new(),
        base: Box::new(base),
        dot_token: Default::default(),
        member,
    })
}

/// The pattern that is a name.
pub(super) fn variable(name: &str) -> Pat {
    let ident = names::ident(name);
    Pat::Ident(syn::PatIdent { attrs: Vec::new(), by_ref: None, mutability: None, ident, subpat: None })
}

/// `|parameter| body`.
pub(super) fn closure(parameter: &str, body: Expr) -> Expr {
    closure_of([variable(parameter)], body)
}

/// `|&parameter| body`.
pub(super) fn closure_of_reference(parameter: &str, body: Expr) -> Expr {
    let pattern = syn::PatReference {
        attrs: Vec::new(),
        and_token: Default::default(),
        mutability: None,
        pat: Box::new(variable(parameter)),
    };
    closure_of([Pat::Reference(pattern)], body)
}

/// `|(left, right)| body`.
pub(super) fn closure_of_pair(left: &str, right: &str, body: Expr) -> Expr {
    let elems = [variable(left), variable(right)].into_iter().collect();
    let pattern = syn::PatTuple { attrs: Vec::new(), paren_token: Default::default(), elems };
    closure_of([Pat::Tuple(pattern)], body)
}

/// `|| body`.
pub(super) fn closure_of_nothing(body: Expr) -> Expr {
    closure_of([], body)
}

fn closure_of(parameters: impl IntoIterator<Item = Pat>, body: Expr) -> Expr {
    Expr::Closure(syn::ExprClosure {
        attrs: Vec::new(),
        lifetimes: None,
        modifiers: Default::default(),
        constness: None,
        asyncness: None,
        capture: None,
        inputs_begin: Default::default(),
        inputs: parameters.into_iter().collect(),
        inputs_end: Default::default(),
        output: ReturnType::Default,
        body: Box::new(body),
    })
}

pub(super) fn binary(left: Expr, op: BinOp, right: Expr) -> Expr {
    Expr::Binary(syn::ExprBinary { attrs: Vec::new(), left: Box::new(left), op, right: Box::new(right) })
}

/// Several operands of one operator that groups from the left.
pub(super) fn chain(operands: impl IntoIterator<Item = Expr>, op: fn() -> BinOp) -> Option<Expr> {
    operands.into_iter().reduce(|left, right| binary(left, op(), right))
}

/// `left == right`.
pub(super) fn equal(left: Expr, right: Expr) -> Expr {
    binary(left, BinOp::Eq(Default::default()), right)
}

pub(super) fn not(expr: Expr) -> Expr {
    unary(UnOp::Not(Default::default()), expr)
}

/// `*expr`.
pub(super) fn dereference(expr: Expr) -> Expr {
    unary(UnOp::Deref(Default::default()), expr)
}

fn unary(op: UnOp, expr: Expr) -> Expr {
    Expr::Unary(syn::ExprUnary { attrs: Vec::new(), op, expr: Box::new(expr) })
}

/// `&expr`.
pub(super) fn reference(expr: Expr) -> Expr {
    Expr::Reference(syn::ExprReference {
        attrs: Vec::new(),
        and_token: Default::default(),
        mutability: None,
        expr: Box::new(expr),
    })
}

/// `expr?`.
pub(super) fn question(expr: Expr) -> Expr {
    Expr::Try(syn::ExprTry { attrs: Vec::new(), expr: Box::new(expr), question_token: Default::default() })
}

/// `[elements]`.
pub(super) fn array(elements: impl IntoIterator<Item = Expr>) -> Expr {
    let elems: Punctuated<Expr, _> = elements.into_iter().collect();
    Expr::Array(syn::ExprArray { attrs: Vec::new(), bracket_token: Default::default(), elems })
}

/// `(left, right)`.
pub(super) fn pair(left: Expr, right: Expr) -> Expr {
    let elems = [left, right].into_iter().collect();
    Expr::Tuple(syn::ExprTuple { attrs: Vec::new(), paren_token: Default::default(), elems })
}

/// `from..=to` or `from..to`.
pub(super) fn range(from: Expr, to: Expr, limits: RangeLimits) -> Expr {
    Expr::Range(syn::ExprRange {
        attrs: Vec::new(),
        start: Some(Box::new(from)),
        limits,
        end: Some(Box::new(to)),
    })
}
