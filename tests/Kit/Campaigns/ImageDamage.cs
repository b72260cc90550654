using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Cofferdam.Tests.Kit.Damage;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>A million random mutations of policy images (<see cref="MutationRun"/>).</summary>
public sealed class ImageDamage : ICampaign
{
    private const int Steps = 1_000_000;
    private const int StepsBetweenLooks = 100;
    private const int StepsBetweenReports = 100_000;
    private const int FailuresShown = 50;

    /// <inheritdoc/>
    public string Name => "image-damage";

    /// <inheritdoc/>
    public string Purpose => "damaged policy images: refused with digests in place; with digests repaired, refused or a valid policy, never a crash";

    /// <inheritdoc/>
    public int Run(CampaignOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var (run, watch) = (new MutationRun(options.Seed), Stopwatch.StartNew());
        for (var step = 0; step < Steps && !(step % StepsBetweenLooks == 0 && watch.Elapsed > options.Budget); step++)
        {
            run.Step(step);
            if ((step + 1) % StepsBetweenReports == 0)
                output.WriteLine($"{run.Counts.Steps} mutations, {run.Counts.Accepted} accepted, {run.Failures.Count} failures ({watch.Elapsed.TotalSeconds:F0} s)");
        }
        output.WriteLine(run.Counts);
        foreach (var failure in run.Failures.Take(FailuresShown))
            output.WriteLine(failure);
        return run.Failures.Count;
    }
}
