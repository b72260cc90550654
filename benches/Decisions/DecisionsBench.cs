using System.Security.Cryptography;
using Cofferdam.Bench.Harness;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>What a decision costs, and what loading a policy costs.</summary>
internal sealed class DecisionsBench : IBench
{
    /// <inheritdoc/>
    public string Name => "decisions";

    /// <inheritdoc/>
    public string Purpose => "decisions and loading of a policy of 1,000 labels, beside array reads, dictionaries, SHA-256 and Cedar";

    /// <inheritdoc/>
    public void Run(Report report)
    {
        report.Say("tiered compilation is on and warmed up, profile-guided code is off, the collector has no thread of its own");
        report.Say("rounds go there and back (A B B A); ratios are medians of the ratios of what ran side by side");
        var signed = new SignedPolicy();
        report.Say($"policy: {signed.Policy.LabelCount} labels, {signed.Policy.Types.Length} types, image of {signed.Image.Length} bytes");
        MeasureLoad(report, signed.Image);
        OperationCosts.Measure(report, signed);
        PairCosts.Measure(report, signed);
        CedarCosts.Measure(report, signed.Policy);
    }

    private static void MeasureLoad(Report report, byte[] image)
    {
        var timings = Interleaving.Run(
            Plan.Long,
            new Contender("SHA-256", 1, () => SHA256.HashData(image)[0]),
            new Contender("open signed", 1, () => (long)CompiledPolicy.Open(image, out _)!.Serial),
            new Contender("open unsigned", 1, () => (long)CompiledPolicy.OpenUnsigned(image, out _)!.Serial));
        report.Add("loading a policy, beside SHA-256 of the same bytes", timings);
        report.Add("load_vs_sha256", timings[1].RatioTo(timings[0]), "ratio", Goal.AtMost(1.3));
        report.Add("open_unsigned_vs_sha256", timings[2].RatioTo(timings[0]), "ratio", Goal.Context);
    }
}
