using System;
using System.Linq;
using Cofferdam.Bench.Harness;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Policy.Analysis;
using Cofferdam.Policy.Checking;
using Cofferdam.Policy.Testing;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Policy;

/// <summary>What it costs to check, compile and analyse a large policy.</summary>
internal sealed class PolicyBench : IBench
{
    private static readonly Plan Plan = new(TimeSpan.FromSeconds(6), 20, TimeSpan.Zero, 0, Clock.Wall);

    /// <inheritdoc/>
    public string Name => "policy";

    /// <inheritdoc/>
    public string Purpose => "checking, compiling and analysing a policy of 1,000 labels, beside Cedar's validation; the start of the command";

    /// <inheritdoc/>
    public void Run(Report report)
    {
        var project = RealisticProject.Make();
        var policy = Check(project.Text);
        report.Say($"policy: {policy.Compiled.LabelCount} labels, {policy.Compiled.Conflicts.Length} conflict sets, {policy.Compiled.Channels.Length} channel entries, "
            + $"{policy.Model.Policy.Tests.Count} tests; file of {project.Text.Length} characters, image of {policy.Image.Length} bytes");
        MeasureCheck(report, project);
        MeasureFlows(report, policy.Compiled);
        CommandCosts.Measure(report, project);
    }

    private static void MeasureCheck(Report report, RealisticProject project)
    {
        var check = new Contender("check and compile", 1, () => Check(project.Text).Image.Length);
        using var cedar = CedarProcess.IsInstalled(report) ? CedarProcess.Start(report, "validate.mjs") : null;
        if (cedar is null)
        {
            Report(report, Interleaving.Run(Plan, check));
            return;
        }
        if (cedar.Ask(CedarPolicy.Line(project)) is not "0" and var found)
            throw new InvalidOperationException($"Cedar finds {found} things wrong");
        var timings = Interleaving.Run(Plan, check, new Contender("Cedar validates", 1, () => cedar.Ask("again").Length));
        Report(report, timings);
        report.Add("cedar_validate_vs_check_and_compile", timings[1].RatioTo(timings[0]), "ratio", Goal.AtLeast(3));
    }

    private static void Report(Report report, Timing[] timings)
    {
        report.Add("checking and compiling from the text, with tests and warnings", timings);
        report.Add("check_and_compile", timings[0].Median / 1e9, "s", Goal.Below(1));
    }

    private static void MeasureFlows(Report report, CompiledPolicy policy)
    {
        var timings = Interleaving.Run(Plan, new Contender("closure", 1, () => Close(policy)));
        report.Add("closure of information flow: what every label reaches, with guards and without", timings);
        report.Add("closure_of_flows", timings[0].Median / 1e9, "s", Goal.Context);
    }

    /// <summary>As coffer check does it.</summary>
    private static CheckedPolicy Check(string text)
    {
        var diagnostics = new DiagnosticBag();
        var policy = ProjectChecker.Check("coffer.yaml", text, diagnostics);
        if (policy is not null)
        {
            TestRunner.Run(policy, diagnostics);
            Lints.Find(policy, diagnostics);
        }
        return policy is not null && !diagnostics.HasErrors ? policy : throw new InvalidOperationException($"{diagnostics.Items.First(item => item.Code.IsError())}");
    }

    private static long Close(CompiledPolicy policy)
    {
        var graph = FlowGraph.Of(policy);
        long reached = 0;
        for (var label = 0; label < graph.LabelCount; label++)
            reached += graph.ReachableFrom(label, throughGuards: true).Count(one => one) + graph.ReachableFrom(label, throughGuards: false).Count(one => one);
        return reached;
    }
}
