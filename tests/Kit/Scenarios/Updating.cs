using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>
/// Updates that break something. What breaks is said in words, in the order of the list: "domain 2: conflicts", "attachment 1/8: sharing",
/// "channel 5: owner", "permit: owner"; what a permit has reserved ends with "by" and the operation.
/// </summary>
internal static class Updating
{
    /// <summary>The successor breaks nothing, and is brought into force.</summary>
    public static ScenarioHost Keeps(this ScenarioHost host, PolicyContent content)
    {
        ScenarioHost.Demand(host.Update(content).Plan(host.State).Breaks.IsEmpty, "the plan lists something that breaks");
        return host.Load(content);
    }

    /// <summary>The successor would break exactly this: it is refused, and planned with that list.</summary>
    public static ScenarioHost WouldBreak(this ScenarioHost host, PolicyContent content, params string[] breaks) =>
        WouldBreak(host, content, Town.Now, breaks);

    /// <summary>The successor would break exactly this at a time.</summary>
    public static ScenarioHost WouldBreak(this ScenarioHost host, PolicyContent content, ulong now, params string[] breaks)
    {
        var refused = host.Update(content, UpdateMode.Refuse, now);
        Compare(host, breaks, refused.Plan(host.State).Breaks, "the plan");
        host.Refuses(refused, Rule.WouldBreak);
        Compare(host, breaks, host.Monitor.Prepare(refused).Refusal!.Breaks, "the refusal");
        var plan = host.Update(content, UpdateMode.Revoke, now).Plan(host.State);
        Compare(host, breaks, plan.Breaks, "the plan to revoke");
        ScenarioHost.Demand(plan.Decision.Rule == Rule.Unconditional, $"revoking is planned as {plan.Decision}");
        return host;
    }

    /// <summary>
    /// The successor breaks exactly this and is brought into force all the same: permits on the list are rolled back, everything else
    /// is cut.
    /// </summary>
    public static ScenarioHost Revokes(this ScenarioHost host, PolicyContent content, params string[] breaks)
    {
        host.WouldBreak(content, breaks);
        var listed = host.Update(content, UpdateMode.Revoke).Plan(host.State).Breaks.Select(item => item.Permit).ToHashSet();
        var update = host.Prepare(host.Update(content, UpdateMode.Revoke));
        var revoked = host.Outstanding.Where(permit => permit.IsRevoked).Reverse().ToList();
        ScenarioHost.Demand(revoked.All(permit => listed.Contains(permit.Id)), "a permit is revoked that is not on the list");
        ScenarioHost.Demand(revoked.Count == listed.Count(id => !id.IsNone), "a permit on the list is not revoked");
        foreach (var permit in revoked)
            host.Rollback(permit);
        return host.Commit(update);
    }

    private static void Compare(ScenarioHost host, string[] expected, IEnumerable<Break> breaks, string where)
    {
        var actual = breaks.Select(item => Text(host.State, item)).ToArray();
        ScenarioHost.Demand(actual.SequenceEqual(expected),
            $"{where} lists '{string.Join("', '", actual)}', not '{string.Join("', '", expected)}'");
    }

    private static string Text(State state, Break item)
    {
        var what = item.Kind switch
        {
            BreakKind.Domain => $"domain {item.Domain.Value}",
            BreakKind.Attachment => $"attachment {item.Domain.Value}/{item.Resource.Value}",
            BreakKind.Channel => $"channel {item.Channel.Value}",
            _ => "permit",
        };
        return $"{what}: {item.Decision.Rule.Id()}" + (item.Permit.IsNone ? "" : $" by {state.Pending[item.Permit].Operation.Kind}");
    }
}
