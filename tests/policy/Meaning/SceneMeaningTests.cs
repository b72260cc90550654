using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Statements;
using Cofferdam.Tests.Kit.PolicyText;
using Xunit;

namespace Cofferdam.Tests.Policy.Meaning;

/// <summary>What the monitor answers to statements is what the words of the file say: starts beside and after others, hosts, attachments, channels.</summary>
[Trait("Requirement", "POL-4")]
public sealed class SceneMeaningTests
{
    private const int Policies = 60;

    private static IEnumerable<RandomProject> Projects =>
        Enumerable.Range(1000, Policies).Select(seed => RandomProject.Of((ulong)seed)).Where(project => project.Naive.Sketch.Hosts.Count > 0);

    [Fact]
    public void A_start_beside_or_after_another_is_decided_as_the_words_of_the_file_say()
    {
        var (asked, walled) = (0, 0);
        foreach (var project in Projects)
        {
            var stage = Stage.Set(project.Policy);
            foreach (var host in project.Naive.Sketch.Hosts.Select(entry => entry.Name))
            {
                foreach (var (x, y) in project.Pairs)
                {
                    foreach (var state in (MachineState[])[MachineState.Runs, MachineState.Paused, MachineState.Saved, MachineState.WasHere])
                    {
                        var expected = StartAfter(project.Naive, host, x, y, state);
                        var said = Said(project, Scene.Play(stage, new StartStatement(x, host), [new MachineGiven(y, state)]));
                        Assert.True(
                            expected.Contains(said),
                            $"seed {project.Seed}: start {x} on {host}, {y} {state}: {said}, not {string.Join(" or ", expected)}\n{project.Text}");
                        asked++;
                        walled += said.Contains('.') ? 1 : 0;
                    }
                }
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} starts, {walled} refused by a conflict set");
        Assert.InRange(walled, 100, asked);
    }

    [Fact]
    public void An_attachment_is_decided_as_the_words_of_the_file_say()
    {
        var asked = 0;
        foreach (var project in Projects)
        {
            var stage = Stage.Set(project.Policy);
            foreach (var fixture in project.Naive.Sketch.Fixtures)
            {
                foreach (var label in project.Naive.Labels)
                {
                    foreach (var readOnly in (bool[])[true, false])
                    {
                        var expected = Attach(project.Naive, fixture, label, readOnly);
                        asked++;
                        var said = Said(project, Scene.Play(stage, new AttachStatement(fixture.Name, label, readOnly), []));
                        Assert.True(
                            expected == said,
                            $"seed {project.Seed}: attach {fixture} to {label}, read only {readOnly}: {said}, not {expected}\n{project.Text}");
                    }
                }
            }
        }
        Assert.True(asked > 100, $"{asked} attachments");
    }

    [Fact]
    public void A_connection_or_window_is_decided_as_the_words_of_the_file_say()
    {
        var (asked, kept) = (0, 0);
        foreach (var project in Projects)
        {
            var stage = Stage.Set(project.Policy);
            foreach (var (x, y) in project.Pairs)
            {
                var names = project.Naive.Sketch.Hosts.Select(entry => entry.Name).ToList();
                var problems = (names.Contains("default") ? ["default"] : names).Select(host => EndsProblem(project.Naive, host, x, y)).ToList();
                if (!problems.Contains(null))
                {
                    kept++;
                    foreach (var statement in (Statement[])[new ConnectStatement(x, y, 1), new WindowStatement(x, y, OneWay: true)])
                        Assert.Contains(Said(project, Scene.Play(stage, statement, [])), problems.SelectMany(problem => problem!));
                    continue;
                }
                asked++;
                foreach (var port in (uint[])[1, 2, 3])
                    Agree(project, stage, new ConnectStatement(x, y, port), project.Naive.Reach(x, y, "vsock", port, true, true));
                Agree(project, stage, new WindowStatement(x, y, OneWay: true), project.Naive.Reach(x, y, "memory", 0, true, false));
                Agree(project, stage, new WindowStatement(x, y, OneWay: false), project.Naive.Reach(x, y, "memory", 0, true, true));
            }
        }
        Assert.True(asked > 100 && kept > 100, $"{asked} pairs that can run on one host, {kept} that cannot");
    }

    /// <summary>What keeps two labels from running on one host, the first one started first; null when they can.</summary>
    private static string[]? EndsProblem(NaivePolicy naive, string host, string x, string y)
    {
        if (naive.HostProblem(host, x) is { } problem)
            return problem == "lease" ? [.. LeaseSets(naive, x).Select(set => $"refused by lease.{set}")] : [$"refused by {problem}"];
        var second = StartAfter(naive, host, y, x, MachineState.Runs);
        return second is ["allowed by unconditional"] ? null : second;
    }

    private static void Agree(RandomProject project, Stage stage, Statement statement, (bool Allowed, string Rule) expected)
    {
        var said = Said(project, Scene.Play(stage, statement, []));
        Assert.True(said == Words(expected), $"seed {project.Seed}: {StatementText.Of(statement)}: {said}, not {Words(expected)}\n{project.Text}");
    }

    private static string Said(RandomProject project, Answer answer) => answer.Problem.Length > 0 ? "impossible" : Words(project.Put(answer.Decision));

    private static string Words((bool Allowed, string Rule) answer) => $"{(answer.Allowed ? "allowed" : "refused")} by {answer.Rule}";

    /// <summary>The answers that are right; several conflict sets may stand in the way, and the words do not say which is asked first.</summary>
    private static string[] StartAfter(NaivePolicy naive, string host, string x, string y, MachineState state)
    {
        if (naive.HostProblem(host, y) is not null)
            return ["impossible"];
        if (naive.HostProblem(host, x) is { } problem)
            return problem == "lease" ? [.. LeaseSets(naive, x).Select(set => $"refused by lease.{set}")] : [$"refused by {problem}"];
        var isLive = state is MachineState.Runs or MachineState.Paused;
        var sets = naive.Sketch.Conflicts.Where(set => isLive || set.Mode == "history");
        var walls = naive.Walls(x, y, sets);
        return walls.Count == 0
            ? ["allowed by unconditional"]
            : [.. naive.Sketch.Conflicts.Where(set => walls.Contains(set.Name)).Select(set => $"refused by {RuleOf(set)}.{set.Name}")];
    }

    private static string RuleOf(ConflictSketch set) => set.Mode == "history" ? "history" : "conflicts";

    private static IEnumerable<string> LeaseSets(NaivePolicy naive, string label) => naive.Sketch.Conflicts.Where(set => set.Scope != "host").Select(
        set => set.Name);

    private static string Attach(NaivePolicy naive, FixtureSketch fixture, string label, bool readOnly)
    {
        var (kind, outward) = fixture.Kind switch
        {
            "volume" => (readOnly ? "volume" : "none", !readOnly),
            "network" => ("none", !readOnly),
            _ => ("none", true),
        };
        return Words(naive.Reach(label, fixture.Label, kind, 0, outward, inward: true));
    }
}
