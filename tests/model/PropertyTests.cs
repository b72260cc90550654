using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Policies;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>What must hold in every state, whatever the oracle says: asked of the monitor alone, in states that random lives come to.</summary>
public sealed class PropertyTests(ITestOutputHelper output)
{
    private const int Steps = 80;
    private const int Questions = 40;
    private const int Tries = 8;
    private const int Cases = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void Preparing_and_rolling_back_changes_nothing() => Sample(settle: false, life =>
    {
        var (monitor, before) = (new ReferenceMonitor(life.Host.Monitor), Text(life.Host.Monitor));
        foreach (var operation in Some(life).Append(life.NextUpdate()))
        {
            if (monitor.Prepare(operation).Permit is { } permit)
                monitor.Rollback(permit);
            if (Text(monitor.State) != before || !monitor.State.Presence.Equals(life.Host.Monitor.Presence))
                return false;
        }
        return true;
    });

    [Fact]
    [Trait("Requirement", "ISO-4")]
    public void Deciding_allocates_nothing() => Sample(settle: false, life => Some(life).All(operation =>
        operation.Kind == OperationKind.LoadPolicy || BytesOfDeciding(life.Host.Monitor, operation) == 0));

    [Fact]
    [Trait("Requirement", "POL-4")]
    public void A_decision_says_what_a_preparation_does() => Sample(settle: false, life => Some(life).Append(life.NextUpdate()).All(operation =>
    {
        var monitor = new ReferenceMonitor(life.Host.Monitor);
        var decision = monitor.Decide(operation);
        var outcome = monitor.Prepare(operation);
        return decision.IsAllowed == outcome.Permit is not null && decision.IsAllowed == outcome.Refusal is null
            && (decision.IsAllowed || (decision.Rule == outcome.Refusal!.Rule && ReferenceEquals(monitor.State, life.Host.Monitor)));
    }));

    [Fact]
    [Trait("Requirement", "POL-4")]
    public void A_step_is_a_preparation_and_its_commit() => Sample(settle: true, life => Some(life).All(operation =>
    {
        var next = ReferenceMonitor.Step(life.Host.Monitor, operation, out var decision);
        var monitor = new ReferenceMonitor(life.Host.Monitor);
        if (monitor.Prepare(operation).Permit is { } permit)
            monitor.Commit(permit);
        return Text(next) == Text(monitor.State) && (decision.IsAllowed || ReferenceEquals(next, life.Host.Monitor));
    }));

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void What_a_plan_says_breaks_is_exactly_what_revoking_cuts() => Sample(settle: true, life =>
    {
        var before = life.Host.Monitor;
        var update = Updates(life, UpdateMode.Revoke).FirstOrDefault(update => update.Decide(before).IsAllowed && !update.Plan(before).Breaks.IsEmpty);
        if (update is null)
            return null;
        var breaks = update.Plan(before).Breaks;
        var after = ReferenceMonitor.Step(before, update, out _);
        return Live(after).SetEquals(Live(before).Except(Broken(breaks, BreakKind.Domain)))
            && Attached(after).SetEquals(Attached(before).Except(Broken(breaks, BreakKind.Attachment)))
            && Open(after).SetEquals(Open(before).Except(Broken(breaks, BreakKind.Channel)));
    });

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void Refusing_and_revoking_plan_the_same_and_only_what_breaks_nothing_is_not_refused() => Sample(settle: false, life =>
    {
        var revoke = life.NextUpdate() with { Mode = UpdateMode.Revoke };
        var refuse = revoke with { Mode = UpdateMode.Refuse };
        var breaks = revoke.Plan(life.Host.Monitor).Breaks;
        return breaks.SequenceEqual(refuse.Plan(life.Host.Monitor).Breaks)
            && refuse.Decide(life.Host.Monitor).IsAllowed == (revoke.Decide(life.Host.Monitor).IsAllowed && breaks.IsEmpty);
    });

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void An_update_and_one_back_decide_identically() => Sample(settle: true, life =>
    {
        var home = Updates(life, UpdateMode.Refuse).Select(update => ThereAndBack(life, update)).FirstOrDefault(state => state is not null);
        if (home is null)
            return null;

        // A ticket names the policy that it is for, and so does not count for the same content of another serial.
        var isTicketed = !life.Host.Monitor.Tickets.IsEmpty;
        return Some(life).Where(operation => !isTicketed || operation is not (StartDomain or ReceiveDomain or ResumeDomain))
            .All(operation => operation.Decide(home).Rule == operation.Decide(life.Host.Monitor).Rule);
    });

    [Fact]
    [Trait("Requirement", "ISO-3")]
    public void The_running_count_of_presence_is_the_one_counted_anew() => Sample(settle: false, life =>
        Recount.All(life.Host.Monitor).Equals(life.Host.Monitor.Presence));

    /// <summary>The state after an update and one back; null when that does not come about, or residues have grown on the way.</summary>
    private static State? ThereAndBack(RandomLife life, LoadPolicy there)
    {
        var before = life.Host.Monitor;
        if (life.Host.Oracle.Policy is not { } policy || !there.Decide(before).IsAllowed)
            return null;
        var shelf = life.Host.Oracle.Shelf;
        var back = policy.Content.Succeeding(shelf[there.Image.Digest].Content, there.Image.Digest) with { Renames = [] };
        var away = ReferenceMonitor.Step(before, there, out _);
        var home = ReferenceMonitor.Step(away, there with { Image = shelf.Add(back, TestKeys.Officers[0]) }, out var decision);
        return decision.IsAllowed && Residues(home).SetEquals(Residues(before)) ? home : null;
    }

    private static IEnumerable<LoadPolicy> Updates(RandomLife life, UpdateMode mode) =>
        Enumerable.Range(0, Tries).Select(_ => life.NextUpdate() with { Mode = mode });

    private static List<Operation> Some(RandomLife life) =>
        [.. Enumerable.Range(0, Questions).Select(_ => life.NextOperation()).Where(operation => operation is not BootHost)];

    /// <summary>The least bytes of several askings: code that the compiler has not optimised yet boxes what optimised code does not.</summary>
    private static long BytesOfDeciding(State state, Operation operation)
    {
        var least = long.MaxValue;
        for (var begun = Stopwatch.GetTimestamp(); least != 0 && Stopwatch.GetElapsedTime(begun) < Patience;)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            operation.Decide(state);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }

    private static string Text(State state) => string.Join('\n', MonitorText.Of(state));

    private static HashSet<string> Live(State state) => [.. state.Domains.Values.Where(domain => domain.IsLive).Select(domain => $"{domain.Id}")];

    private static HashSet<string> Attached(State state) =>
        [.. state.Domains.Values.SelectMany(domain => domain.Attachments.Select(attachment => $"{domain.Id} {attachment.Resource}"))];

    private static HashSet<string> Open(State state) => [.. state.Channels.Keys.Select(channel => $"{channel}")];

    private static HashSet<string> Residues(State state) =>
        [.. state.Residues.Values.Select(residue => $"{residue.Id} {string.Join(' ', residue.Types.Select(type => state.Policy!.Types[type].Key))}")];

    private static IEnumerable<string> Broken(IEnumerable<Break> breaks, BreakKind kind) => breaks.Where(item => item.Kind == kind).Select(item => kind switch
    {
        BreakKind.Domain => $"{item.Domain}",
        BreakKind.Attachment => $"{item.Domain} {item.Resource}",
        _ => $"{item.Channel}",
    });

    /// <summary>Asks in states that random lives come to; null is for a state in which there is nothing to ask, and there must be others.</summary>
    private void Sample(bool settle, Func<RandomLife, bool?> holds)
    {
        var asked = 0;
        PolicyGen.Tape(4000).Sample(
            tape =>
            {
                var life = new RandomLife(Choices.From(tape), PolicyScale.Small);
                life.Run(Steps);
                if (settle)
                    life.Settle();
                var answer = life.Host.Difference is null ? holds(life) : false;
                if (answer is not null)
                    Interlocked.Increment(ref asked);
                return answer is not false;
            },
            output.WriteLine,
            iter: Cases);
        output.WriteLine($"{asked} of {Cases} states asked");
        Assert.NotEqual(0, asked);
    }
}
