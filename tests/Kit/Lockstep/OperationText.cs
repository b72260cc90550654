using System.Linq;
using Cofferdam.Monitor.Operations;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>Operations in a line each, with names instead of keys, for the trail of a difference.</summary>
public static class OperationText
{
    /// <summary>The operation in a line.</summary>
    public static string Of(Operation operation, OracleState state) => operation switch
    {
        CreateDomain o => $"CreateDomain {o.Domain.Value} {Label(o.Label, state)}",
        RelabelDomain o => $"RelabelDomain {o.Domain.Value} {Label(o.Label, state)}",
        CreateResource o => $"CreateResource {o.Resource.Value} {o.ResourceKind} {Label(o.Label, state)} shareable={o.Shareable} bound={o.BoundTo.Value}",
        RelabelResource o => $"RelabelResource {o.Resource.Value} {Label(o.Label, state)}",
        LoadPolicy o => $"LoadPolicy {o.Mode} now={o.Now} of {Text(state.Shelf[o.Image.Digest].Content)}",
        _ => Plain(operation.ToString()),
    };

    private static string Label(StableKey key, OracleState state) =>
        key.IsZero ? "no label" : state.Policy?.LabelWith(key) ?? "an unknown label";

    private static string Plain(string text) => text.Replace("DomainId { Value = ", "").Replace("ResourceId { Value = ", "").Replace("ChannelId { Value = ", "")
        .Replace("SnapshotId { Value = ", "").Replace(" }", "");

    private static string Text(PolicyContent content) =>
        $"serial {content.Serial}"
        + (content.Quarantine ? ", quarantine" : "")
        + $"; types {string.Join(' ', content.Types.Select(type => type.Parent is null ? type.Name : $"{type.Name}<{type.Parent}"))}"
        + $"; labels {string.Join(' ', content.Labels.Select(Text))}"
        + $"; sets {string.Join(' ', content.Conflicts.Select(set => $"{set.Name}:{set.Scope}/{set.Mode}({string.Join(',', set.Members)})"))}"
        + $"; channels {string.Join(' ', content.Channels.Select(channel => $"{channel.From}->{channel.To}:{channel.Kind}/{channel.Port}/{channel.Flows}"))}"
        + $"; hosts {string.Join(' ', content.Hosts.Select(host => $"'{host.Name}'{(host.AttestationRequired ? "!" : "")}@{host.Rack}/{host.Zone}({string.Join(',', host.Runs)})"))}"
        + $"; renames {string.Join(' ', content.Renames.Select(rename => $"{rename.Kind}:{rename.OldName}->{rename.Name}"))}"
        + $"; keys {content.Keys.Count}, images {content.Images.Count}";

    private static string Text(LabelContent label)
    {
        var hasLevels = label.SecrecyHigh != default || label.IntegrityHigh != 0;
        return $"{label.Name}({string.Join(',', label.Types)})" + (hasLevels
            ? $"[{label.SecrecyLow.Level}/{label.SecrecyLow.Categories}..{label.SecrecyHigh.Level}/{label.SecrecyHigh.Categories} {label.IntegrityLow}..{label.IntegrityHigh}]"
            : "");
    }
}
