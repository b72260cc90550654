using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Statements;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Policy.Explaining;

/// <summary>Puts a decision into words: labels and rules by name, with the line of the policy that says so.</summary>
public sealed class Explainer
{
    private readonly CheckedPolicy _policy;
    private readonly PolicyNames _names;

    /// <summary>Explains decisions about this policy.</summary>
    public Explainer(CheckedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = policy;
        _names = policy.Names;
    }

    /// <summary>Explains the answer to a statement that could be put.</summary>
    public Explanation Explain(Statement statement, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var decision = answer.Decision;
        return new Explanation(
            decision.IsAllowed,
            decision.Rule.Code(),
            Sentence(statement, decision.IsAllowed),
            Because(statement, decision, answer.Refusal),
            RuleName.Of(decision, _names),
            SourceOf(statement, decision)?.ToString() ?? "",
            $"{_names.Policy} {_policy.Content.Serial}",
            Reason(decision),
            decision.IsAllowed ? [] : WaysOut(statement, decision, answer.Refusal));
    }

    private string Sentence(Statement statement, bool allowed)
    {
        var may = allowed ? "may" : "may not";
        return statement switch
        {
            StartStatement start => $"{start.Label} {may} start on {start.Host ?? "this host"}",
            ResumeStatement resume => $"{resume.Label} {may} resume on {resume.Host ?? "this host"}",
            AttachStatement attach when IsWhole(attach.Resource) => $"{attach.Resource} {may} be attached to {attach.Label}",
            AttachStatement attach => $"{attach.Resource} {may} be attached to {attach.Label} {(attach.ReadOnly ? "to read" : "to read and write")}",
            ConnectStatement connect => $"{connect.From} {may} connect to {connect.To} on vsock port {connect.Port}",
            WindowStatement window => $"{window.From} {may} open a memory window to {window.To}{(window.OneWay ? ", one way" : "")}",
            FlowStatement flow => $"information {may} move directly from {flow.From} to {flow.To}",
            _ => throw new ArgumentOutOfRangeException(nameof(statement)),
        };
    }

    private string Because(Statement statement, Decision decision, Refusal? refusal) => decision.Rule switch
    {
        Rule.Conflicts => $"{Obstacles(refusal)}, and the Chinese Wall \"{_names.Conflict(decision.Item)}\" keeps them apart {Within(decision.Item)}",
        Rule.History => $"{Obstacles(refusal)}, and the Chinese Wall \"{_names.Conflict(decision.Item)}\" keeps them apart until everything left is sanitized",
        Rule.SharingGranted => $"{Name(decision.Subject)} and {Name(decision.Other)} have {CommonType(decision)} in common",
        Rule.Channels => $"the channel \"{_names.Channel(decision.Item)}\" opens it",
        Rule.Sharing => $"no rule allows this: {Name(decision.Subject)} and {Name(decision.Other)} have no type in common, and no channel between them fits",
        Rule.Direction when decision.Item >= 0 && statement is WindowStatement { OneWay: false } or ConnectStatement =>
            $"the channel \"{_names.Channel(decision.Item)}\" lets information move one way only",
        Rule.Direction when decision.Item >= 0 => $"the channel \"{_names.Channel(decision.Item)}\" lets information move the other way only",
        Rule.Initiator when decision.Item >= 0 => $"the channel \"{_names.Channel(decision.Item)}\" may be opened from its other end only",
        Rule.Secrecy => Levels(statement, decision) is var (source, target)
            ? $"information would move from {source} to {target}, which may not hold what is as secret"
            : decision.Rule.Title(),
        Rule.Integrity => Levels(statement, decision) is var (source, target)
            ? $"information would move from {source} to {target}, which demands what is more trustworthy"
            : decision.Rule.Title(),
        Rule.Host => $"the entry for {HostName(statement)} does not list {string.Join(", ", Unlisted(statement, decision))}",
        Rule.Lease when decision.Item >= 0 =>
            $"the Chinese Wall \"{_names.Conflict(decision.Item)}\" is about one {Scope(decision.Item)}, and {HostName(statement)} names none or has no lease",
        Rule.Exists when statement is AttachStatement => "it is attached already",
        Rule.Unconditional => "nothing stands in its way",
        _ => decision.Rule.Title(),
    };

    /// <summary>True for a device or console: information moves both ways, whatever is asked.</summary>
    private bool IsWhole(string fixture) => _policy.Model.Policy.Fixtures.Any(one => one.Name.Text == fixture && one.Kind is "device" or "console");

    private string Obstacles(Refusal? refusal)
    {
        var found = refusal?.Obstacles ?? [];
        if (found.IsDefaultOrEmpty)
            return "something conflicting is present";
        var first = found[0];
        var more = found.Length > 1 ? $" (and {found.Length - 1} more)" : "";
        return first.IsResidue
            ? $"data of {Name(first.Label)} was left here and is not sanitized{more}"
            : $"a machine with label {Name(first.Label)} is present here{more}";
    }

    private string CommonType(Decision decision)
    {
        var mine = _policy.Content.Labels.First(label => label.Name == Name(decision.Subject)).Types;
        var theirs = _policy.Content.Labels.First(label => label.Name == Name(decision.Other)).Types;
        return $"the type {mine.Intersect(theirs).First()}";
    }

    private string Scope(int conflict) => _policy.Compiled.Conflicts[conflict].Scope switch
    {
        WallScope.Rack => "rack",
        WallScope.Zone => "zone",
        _ => "host",
    };

    private string Within(int conflict) => Scope(conflict) == "host" ? "on one host" : $"in one {Scope(conflict)}";

    private string Name(Monitor.Entities.Label label) => label.IsUnlabelled ? "an unlabelled object" : _names.Label(label.Index);

    /// <summary>The two ends of the flow that levels refuse: the first asked direction in which they do.</summary>
    private (string Source, string Target)? Levels(Statement statement, Decision decision)
    {
        if (decision.Subject.IsUnlabelled || decision.Other.IsUnlabelled)
            return null;
        var (subject, other) = (decision.Subject.Index, decision.Other.Index);
        var labels = _policy.Compiled.Labels;
        var asksOut = statement is not AttachStatement { ReadOnly: true } attach || IsWhole(attach.Resource);
        return asksOut && !labels[subject].Levels.MayFlowTo(labels[other].Levels) ? (_names.Label(subject), _names.Label(other)) : (
            _names.Label(other),
            _names.Label(subject));
    }

    private static string? HostOf(Statement statement) => statement switch
    {
        StartStatement start => start.Host,
        ResumeStatement resume => resume.Host,
        _ => null,
    };

    private string HostName(Statement statement) => EntryOf(statement) is { Name.Length: > 0 } entry ? $"host {entry.Name}" : "default hosts";

    private HostContent? EntryOf(Statement statement)
    {
        var hosts = _policy.Content.Hosts;
        return hosts.FirstOrDefault(host => host.Name == HostOf(statement)) ?? hosts.FirstOrDefault(host => host.Name.Length == 0) ?? (
            hosts.Count == 1 ? hosts[0] : null);
    }

    private IEnumerable<string> Unlisted(Statement statement, Decision decision) =>
        _policy.Content.Labels.First(label => label.Name == Name(decision.Subject)).Types.Except(EntryOf(statement)?.Runs ?? []);

    private SourcePlace? HostSource(Statement statement)
    {
        var name = EntryOf(statement)?.Name;
        for (var host = 0; host < _policy.Compiled.Hosts.Length; host++)
        {
            if (_names.Host(host) == name)
                return _names.Source(SourceKind.Host, host);
        }
        return null;
    }

    private SourcePlace? SourceOf(Statement statement, Decision decision) => decision.Rule switch
    {
        Rule.Host => HostSource(statement),
        _ when decision.Item < 0 => LabelSource(decision),
        Rule.Conflicts or Rule.History or Rule.Lease => _names.Source(SourceKind.Conflict, decision.Item),
        Rule.Channels or Rule.Direction or Rule.Initiator => _names.Source(SourceKind.Channel, decision.Item),
        _ => LabelSource(decision),
    };

    /// <summary>Where labels were compared, the asking label's line.</summary>
    private SourcePlace? LabelSource(Decision decision) =>
        decision.Subject.IsUnlabelled ? null : _names.Source(SourceKind.Label, decision.Subject.Index);

    private string Reason(Decision decision) => decision.Item < 0 ? "" : decision.Rule switch
    {
        Rule.Conflicts or Rule.History or Rule.Lease => _names.ConflictReason(decision.Item),
        Rule.Channels or Rule.Direction or Rule.Initiator => _names.ChannelReason(decision.Item),
        _ => "",
    };

    private List<string> WaysOut(Statement statement, Decision decision, Refusal? refusal)
    {
        var usual = decision.Rule.Help().Split("; or ", StringSplitOptions.RemoveEmptyEntries).ToList();
        if (decision.Rule == Rule.Direction && statement is WindowStatement { OneWay: false })
            return ["ask for memory one-way, from the label that the channel lets information come from"];
        if (decision.Rule == Rule.Exists && statement is AttachStatement)
            return ["detach it first, or leave it as it is"];
        if (decision.Rule != Rule.Conflicts || refusal is not { Obstacles: [{ IsResidue: false } first, ..] } || !Starts(statement))
            return usual;
        var verb = statement is ResumeStatement ? "resume" : "start";
        var elsewhere = Scope(decision.Item) == "host" ? "on another host" : $"in another {Scope(decision.Item)}";
        var others = refusal.Obstacles.Length > 1 ? $", and {refusal.Obstacles.Length - 1} more," : "";
        return [$"{verb} it {elsewhere}", $"stop the machine with label {Name(first.Label)}{others} first"];
    }

    private static bool Starts(Statement statement) => statement is StartStatement or ResumeStatement;
}
