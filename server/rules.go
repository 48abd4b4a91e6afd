package server

import (
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"fortnight/server/coerce"
)

// rulesOf are the rules of validation, with those of package coerce in place of the library's: it lets any text pass for a scalar of our
// own, and two names of one field for one. In production they are in a form that gives no name of the schema away.
func rulesOf(values *coerce.Schema, discreet bool) *rules.Rules {
	chosen := rules.NewDefaultRules()
	replace(chosen, rules.ValuesOfCorrectTypeRule, core.Rule{Name: rules.ValuesOfCorrectTypeRule.Name, RuleFunc: values.Literals})
	replace(chosen, rules.SingleFieldSubscriptionsRule, core.Rule{Name: rules.SingleFieldSubscriptionsRule.Name, RuleFunc: coerce.SingleRootField})
	if !discreet {
		return chosen
	}
	replace(chosen, rules.FieldsOnCorrectTypeRule, rules.FieldsOnCorrectTypeRuleWithoutSuggestions)
	replace(chosen, rules.KnownArgumentNamesRule, rules.KnownArgumentNamesRuleWithoutSuggestions)
	replace(chosen, rules.KnownTypeNamesRule, rules.KnownTypeNamesRuleWithoutSuggestions)
	replace(chosen, rules.ScalarLeafsRule, rules.ScalarLeafsRuleWithoutSuggestions)
	return chosen
}

func replace(in *rules.Rules, old, by core.Rule) {
	in.RemoveRule(old.Name)
	in.AddRule(by.Name, by.RuleFunc)
}
