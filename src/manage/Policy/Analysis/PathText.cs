using System;
using System.Text;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Policy.Analysis;

/// <summary>Writes a way of information: label, how, label, how, label.</summary>
public static class PathText
{
    /// <summary>One line.</summary>
    public static string Of(CheckedPolicy policy, FlowPath path)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(path);
        var text = new StringBuilder(policy.Names.Label(path.Edges[0].From));
        foreach (var edge in path.Edges)
        {
            var how = edge.Decision.Rule == Rule.Channels ? policy.Names.Channel(edge.Decision.Item) : "sharing";
            text.Append(" ─").Append(how).Append("→ ").Append(policy.Names.Label(edge.To));
        }
        return text.ToString();
    }
}
