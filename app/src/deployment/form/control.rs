//! The control of a single value: the one that its type is entered with best.

use domain::option::{
    Choice, OptionType, Quantity,
    fields::{text_of, unit_field},
    finding::{Finding, Path},
    quantity::Unit,
    reference::Reference,
};
use leptos::prelude::*;

use super::{entry::Entry, field::name, locales::LOCALES};
use crate::{
    markup,
    text::{language, quantity, texts},
};

/// What every control of a single value needs.
pub(super) struct Control {
    pub entry: Entry,
    pub path: Path,
    /// As it stands in the field.
    pub value: String,
    pub locked: bool,
    pub placeholder: Signal<Option<String>>,
    pub problem: Memo<Option<Finding>>,
    pub optional: bool,
}

impl Control {
    pub fn draw(self, kind: &OptionType) -> AnyView {
        let usual = Input::default();
        match kind {
            OptionType::Choice { choices } if self.locked => self.fixed(choices),
            OptionType::Text { lines: true, .. } => self.area(),
            OptionType::Choice { choices } => self.select(choices),
            OptionType::Colour => self.input(Input { kind: "color", ..usual }),
            OptionType::Email => self.input(Input { kind: "email", ..usual }),
            OptionType::Url => self.input(Input { kind: "url", ..usual }),
            OptionType::Integer { min, max } => self.number(*min, *max),
            OptionType::Port => self.number(1, 65_535),
            OptionType::Secret { .. } => self.input(Input { kind: "password", ..usual }),
            OptionType::Size(bounds) if !self.locked => self.quantity(Unit::Bytes, *bounds),
            OptionType::Duration(bounds) if !self.locked => self.quantity(Unit::Seconds, *bounds),
            OptionType::Subdomain { below } => self.subdomain(below),
            OptionType::Locale => self.locale(),
            OptionType::Domain | OptionType::Label => self.input(Input { code: true, ..usual }),
            _ => self.input(usual),
        }
    }

    fn id(&self) -> String {
        self.path.to_string()
    }

    fn described(&self) -> String {
        format!("{0}-help {0}-error", self.path)
    }

    fn number(self, min: i64, max: i64) -> AnyView {
        self.input(Input { kind: "number", bounds: Some((min, max)), ..Input::default() })
    }

    fn input(self, input: Input) -> AnyView {
        let (id, described, placeholder, problem) = (self.id(), self.described(), self.placeholder, self.problem);
        view! {
            <input
                name=name(&id)
                id=id
                type=input.kind
                value=self.value
                inputmode=input.digits.then_some("numeric")
                list=input.list
                min=input.bounds.map(|(min, _)| min.to_string())
                max=input.bounds.map(|(_, max)| max.to_string())
                placeholder=move || placeholder.get()
                readonly=self.locked
                disabled=!self.entry.may_edit
                autocomplete="off"
                autocapitalize=input.code.then_some("none")
                spellcheck=input.code.then_some("false")
                aria-required=(!self.optional).then_some("true")
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                aria-describedby=described
            />
        }
        .into_any()
    }

    fn area(self) -> AnyView {
        let text = markup::text_area(&self.value);
        let (id, described, placeholder, problem) = (self.id(), self.described(), self.placeholder, self.problem);
        view! {
            <textarea
                name=name(&id)
                id=id
                rows="6"
                placeholder=move || placeholder.get()
                readonly=self.locked
                disabled=!self.entry.may_edit
                aria-required=(!self.optional).then_some("true")
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                aria-describedby=described
                inner_html=text
            ></textarea>
        }
        .into_any()
    }

    fn select(self, choices: &[Choice]) -> AnyView {
        let t = &texts().form;
        let (id, described, problem) = (self.id(), self.described(), self.problem);
        let blank = if self.optional { Some(t.none) } else { self.value.is_empty().then_some(t.choose) };
        let options = choices
            .iter()
            .map(|choice| {
                let label = choice.label.get(language()).to_owned();
                view! { <option value=choice.value.clone() selected=choice.value == self.value>{label}</option> }
            })
            .collect_view();
        view! {
            <select
                name=name(&id)
                id=id
                disabled=!self.entry.may_edit
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                aria-describedby=described
            >
                {blank.map(|word| view! { <option value="" selected=self.value.is_empty()>{word}</option> })}
                {options}
            </select>
        }
        .into_any()
    }

    /// A choice that can't be made any more.
    fn fixed(self, choices: &[Choice]) -> AnyView {
        let (id, described) = (self.id(), self.described());
        let label = choices.iter().find(|choice| choice.value == self.value);
        let label = label.map(|choice| choice.label.get(language()).to_owned());
        view! {
            <input type="hidden" name=name(&id) value=self.value/>
            <input id=id type="text" value=label readonly=true aria-describedby=described/>
        }
        .into_any()
    }

    /// A number with its unit beside it.
    fn quantity(self, unit: Unit, bounds: Quantity) -> AnyView {
        let t = texts();
        let (number, chosen) = self.value.rsplit_once(' ').unwrap_or((&self.value, ""));
        let mut units = unit.offered(bounds);
        // What was entered in another unit stays as it was entered.
        units.extend(unit.known(chosen).filter(|name| !units.contains(name)));
        let usual = unit.known(chosen).or_else(|| units.iter().find(|name| **name == "GiB").copied());
        let option = |name: &'static str| {
            view! { <option value=name selected=usual == Some(name)>{quantity::unit(t, name)}</option> }
        };
        let (beside, disabled) = (name(&unit_field(&self.path)), !self.entry.may_edit);
        let value = number.to_owned();
        let input = Self { value, ..self }.input(Input { digits: true, ..Input::default() });
        view! {
            <div class="row quantity">
                {input}
                <select name=beside disabled=disabled aria-label=t.quantity.unit>
                    {units.into_iter().map(option).collect_view()}
                </select>
            </div>
        }
        .into_any()
    }

    /// Labels, with the domain that they stand below behind them.
    fn subdomain(self, below: &Reference) -> AnyView {
        let (entry, mut group) = (self.entry, self.path.clone());
        group.0.pop();
        let base = below.below(&group);
        let suffix = move || entry.current(&base).map(|domain| format!(".{}", text_of(Some(&domain))));
        let line = self.input(Input { code: true, ..Input::default() });
        view! { <div class="row">{line}<span class="mono suffix">{suffix}</span></div> }.into_any()
    }

    /// A language; the usual ones are offered, and others may be typed.
    fn locale(self) -> AnyView {
        let list = format!("{}-list", self.path);
        let option = |(code, name): &(&'static str, &'static str)| view! { <option value=*code>{*name}</option> };
        let input = self.input(Input { code: true, list: Some(list.clone()), ..Input::default() });
        view! { {input}<datalist id=list>{LOCALES.iter().map(option).collect_view()}</datalist> }.into_any()
    }
}

/// How one line is entered.
struct Input {
    kind: &'static str,
    /// The least and the most.
    bounds: Option<(i64, i64)>,
    /// Whether it is made of digits, without being a number that a browser may change.
    digits: bool,
    /// Names and addresses are no words of any language.
    code: bool,
    /// The list of what is offered.
    list: Option<String>,
}

impl Default for Input {
    fn default() -> Self {
        Self { kind: "text", bounds: None, digits: false, code: false, list: None }
    }
}
