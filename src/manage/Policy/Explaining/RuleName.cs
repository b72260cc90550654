using Cofferdam.Monitor.Decisions;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Explaining;

/// <summary>How a decision's rule is written: its id, for conflict sets and channels followed by a dot and the name.</summary>
public static class RuleName
{
    /// <summary>The full name, for example conflicts.competitors.</summary>
    public static string Of(Decision decision, PolicyNames names)
    {
        System.ArgumentNullException.ThrowIfNull(names);
        var item = decision.Item < 0 ? "" : decision.Rule switch
        {
            Rule.Conflicts or Rule.History or Rule.Lease => names.Conflict(decision.Item),
            Rule.Channels or Rule.Direction or Rule.Initiator => names.Channel(decision.Item),
            _ => "",
        };
        var id = IdOf(decision.Rule);
        return item.Length == 0 ? id : $"{id}.{item}";
    }

    /// <summary>True when a rule, as a test writes it, is this decision's: the full name, or the id alone.</summary>
    public static bool Matches(string written, Decision decision, PolicyNames names) =>
        written == Of(decision, names) || written == IdOf(decision.Rule);

    /// <summary>Sharing is one rule, whether it grants or refuses.</summary>
    private static string IdOf(Rule rule) => rule == Rule.SharingGranted ? Rule.Sharing.Id() : rule.Id();
}
