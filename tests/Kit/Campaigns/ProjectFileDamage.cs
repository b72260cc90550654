using System;
using System.IO;
using System.Linq;
using Cofferdam.Tests.Kit.PolicyText;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>A million random mutations of project files (<see cref="ProjectDamageRun"/>).</summary>
public sealed class ProjectFileDamage : ICampaign
{
    private const int Steps = 1_000_000;
    private const int FailuresShown = 50;

    /// <inheritdoc/>
    public string Name => "project-file-damage";

    /// <inheritdoc/>
    public string Purpose => "damaged project files: every error has a place; never a crash, a check over a second, or memory without bound";

    /// <inheritdoc/>
    public int Run(CampaignOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var (run, clock) = (new ProjectDamageRun(options.Seed, ExampleProject.TwoBanks), new CampaignClock(options.Budget));
        for (var step = 0; step < Steps && !clock.IsOver; step++)
            run.Step(step);
        output.WriteLine(run.Counts);
        foreach (var failure in run.Failures.Take(FailuresShown))
            output.WriteLine(failure);
        return run.Failures.Count;
    }
}
