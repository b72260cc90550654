using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Monitor.Entities;
using Cofferdam.Policy.Import;
using Cofferdam.Policy.Testing;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>Whatever the Xen policy, its import decides the same.</summary>
[Trait("Requirement", "POL-1")]
public sealed class SameDecisionTests
{
    private const int Drafts = 500;

    [Fact]
    public void The_same_machines_start_beside_each_other() =>
        Gen.Select(AcmDrafts.All, Gen.Int[0, 17].Array[0, 30]).Sample((draft, steps) => Play(draft, steps), iter: Drafts);

    [Fact]
    public void The_same_labels_share() => AcmDrafts.All.Sample(CompareSharing, iter: Drafts / 2);

    [Fact]
    public void Tests_that_are_written_into_the_project_pass() => AcmDrafts.All.Sample(RunTests, iter: Drafts / 4);

    [Fact]
    public void The_same_policy_always_gives_the_same_project() =>
        AcmDrafts.All.Sample(draft => Assert.Equal(Import(draft).Text, Import(draft).Text), iter: Drafts / 4);

    /// <summary>Steps below 12 start a machine with a label, the others stop one that runs.</summary>
    private static void Play(AcmDraft draft, int[] steps)
    {
        var reference = new AcmReference(draft);
        var host = new ImportedHost(Import(draft));
        var running = new List<(int Label, DomainId Id)>();
        foreach (var step in steps)
        {
            if (step < 12)
                Start(draft, reference, host, running, step % draft.Machines.Count);
            else if (running.Count > 0)
                Stop(reference, host, running, step % running.Count);
        }
        while (running.Count > 0)
            Stop(reference, host, running, 0);
        Assert.True(reference.IsIdle);
    }

    private static void Start(AcmDraft draft, AcmReference reference, ImportedHost host, List<(int, DomainId)> running, int label)
    {
        var expected = reference.Start(label);
        var started = host.Start(draft.Machines[label].Name);
        Assert.True(expected == started.HasValue, $"start {draft.Machines[label].Name} beside {running.Count}: Xen {(expected ? "allows" : "refuses")} it");
        if (started is { } id)
            running.Add((label, id));
    }

    private static void Stop(AcmReference reference, ImportedHost host, List<(int Label, DomainId Id)> running, int which)
    {
        reference.Stop(running[which].Label);
        host.Stop(running[which].Id);
        running.RemoveAt(which);
    }

    private static void CompareSharing(AcmDraft draft)
    {
        var reference = new AcmReference(draft);
        var host = new ImportedHost(Import(draft));
        for (var i = 0; i < draft.Machines.Count; i++)
        {
            for (var j = 0; j < draft.Machines.Count; j++)
                Same(reference.Share(i, j), host.Share(draft.Machines[i].Name, draft.Machines[j].Name), $"machines {i} and {j}");
            for (var j = 0; j < draft.Resources.Count; j++)
                Same(reference.Use(i, j), host.Use(draft.Machines[i].Name, draft.Resources[j].Name), $"machine {i} and resource {j}");
        }
    }

    private static void Same(bool expected, bool actual, string what) =>
        Assert.True(expected == actual, $"{what}: Xen {(expected ? "lets" : "does not let")} them share");

    private static void RunTests(AcmDraft draft)
    {
        var diagnostics = new DiagnosticBag();
        var runs = TestRunner.Run(new ImportedHost(Import(draft)).Checked, diagnostics);
        Assert.True(runs.All(run => run.Passed), Case.Lines(diagnostics));
    }

    private static ImportedPolicy Import(AcmDraft draft)
    {
        var diagnostics = new DiagnosticBag();
        var imported = AcmImporter.Import("draft.xml", draft.ToXml(), diagnostics);
        return imported ?? throw new InvalidOperationException(Case.Lines(diagnostics));
    }
}
