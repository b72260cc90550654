using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Policy.Statements;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;
using Cofferdam.Tests.Kit.PolicyText;
using Xunit;

namespace Cofferdam.Tests.Policy.Meaning;

/// <summary>What a compiled policy decides about two labels is what the words of its file say.</summary>
[Trait("Requirement", "POL-1")]
public sealed class ReachMeaningTests
{
    private const int Policies = 150;

    private static readonly (AccessKind Kind, string Name, uint Port)[] Kinds =
    [
        (AccessKind.None, "none", 0), (AccessKind.Vsock, "vsock", 1), (AccessKind.Vsock, "vsock", 2), (AccessKind.Vsock, "vsock", 3),
        (AccessKind.Memory, "memory", 0), (AccessKind.Volume, "volume", 0),
    ];

    private static readonly Flows[] Directions = [Flows.None, Flows.Out, Flows.In, Flows.Both];

    private static IEnumerable<RandomProject> Projects =>
        Enumerable.Range(0, Policies).Select(seed => RandomProject.Of((ulong)seed)).Concat(
            Enumerable.Range(0, 3).Select(seed => RandomProject.Of((ulong)seed, PolicyScale.Large)));

    [Fact]
    public void Every_reach_is_decided_as_the_words_of_the_file_say()
    {
        var (asked, allowed) = (0L, 0L);
        foreach (var project in Projects)
        {
            foreach (var (x, y) in project.Pairs)
            {
                foreach (var (kind, name, port) in Kinds)
                {
                    foreach (var flows in Directions)
                    {
                        var decision = Reach.Decide(project.Policy.Compiled, project.LabelOf(x), project.LabelOf(y), kind, port, flows);
                        var expected = project.Naive.Reach(x, y, name, port, flows.HasFlag(Flows.Out), flows.HasFlag(Flows.In));
                        Assert.True(
                            expected == project.Put(decision),
                            $"seed {project.Seed}: {x} to {y}, {name} {port} {flows}: {project.Put(decision)}, not {expected}\n{project.Text}");
                        (asked, allowed) = (asked + 1, allowed + (decision.IsAllowed ? 1 : 0));
                    }
                }
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{asked} questions, {allowed} allowed");
        Assert.InRange(allowed, asked / 20, asked);
    }

    [Fact]
    public void Every_direct_flow_is_decided_as_the_words_of_the_file_say()
    {
        foreach (var project in Projects)
        {
            foreach (var (x, y) in project.Pairs)
            {
                var answer = FlowQuestion.Ask(project.Policy.Compiled, x, y);
                Assert.True(answer.IsAllowed == project.Naive.Flows(x, y), $"seed {project.Seed}: flow {x} to {y}: {answer.Decision}\n{project.Text}");
            }
        }
    }

    [Fact]
    public void The_oracle_reads_what_was_resolved_as_the_words_of_the_file_say()
    {
        foreach (var project in Projects.Take(Policies))
        {
            var oracle = new OraclePolicy(project.Policy.Content, project.Policy.Compiled.Digest);
            foreach (var (x, y) in project.Pairs)
            {
                foreach (var (kind, name, port) in Kinds)
                {
                    foreach (var flows in Directions)
                    {
                        var expected = project.Naive.Reach(x, y, name, port, flows.HasFlag(Flows.Out), flows.HasFlag(Flows.In));
                        var answer = oracle.Reach(x, y, kind, port, flows);
                        Assert.Equal((expected.Allowed, expected.Rule.Split('.')[0]), (answer.IsAllowed, answer.Rule));
                    }
                }
            }
        }
    }

    [Fact]
    public void However_a_file_is_written_it_compiles_to_the_same_image()
    {
        for (var seed = 0UL; seed < Policies; seed++)
        {
            var sketch = RandomSketches.Make(Choices.From(seed), PolicyScale.Small);
            var images = Enumerable.Range(0, 3).Select(style => Image(RandomProject.Of(seed, sketch, Choices.From(seed * 31 + (ulong)style)))).ToList();
            Assert.Equal(images[0], images[1]);
            Assert.Equal(images[0], images[2]);
        }
    }

    /// <summary>Without the lines of the file, which differ.</summary>
    private static byte[] Image(RandomProject project) => PolicyImageWriter.Write(project.Policy.Content with { Sources = [] });
}
