using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Updates;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>Lists of what an update breaks, in a line each, for comparing.</summary>
public static class BreakText
{
    /// <summary>The monitor's list.</summary>
    public static string Of(IEnumerable<Break> breaks) => string.Join("; ", breaks.Select(Text));

    /// <summary>The oracle's list; permits are named as the monitor names them.</summary>
    public static string Of(IEnumerable<OracleBreak> breaks, IReadOnlyList<PermitPair> permits) =>
        string.Join("; ", breaks.Select(item => Text(item, permits)));

    private static string Text(Break item)
    {
        var what = item.Kind switch
        {
            BreakKind.Attachment => $"{item.Domain.Value}/{item.Resource.Value}",
            BreakKind.Channel => $"{item.Channel.Value}",
            BreakKind.Permit => "",
            _ => $"{item.Domain.Value}",
        };
        return $"{item.Kind} {what} {item.Decision.Rule.Id()} permit {item.Permit.Value}";
    }

    private static string Text(OracleBreak item, IReadOnlyList<PermitPair> permits)
    {
        var what = item.Kind switch
        {
            OracleBreakKind.Attachment => $"{item.Id}/{item.Resource}",
            OracleBreakKind.Permit => "",
            _ => $"{item.Id}",
        };
        var permit = permits.FirstOrDefault(pair => pair.Number == item.Permit)?.Permit.Id.Value ?? 0;
        return $"{item.Kind} {what} {item.Rule} permit {permit}";
    }
}
