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
        report.Say("loading is measured in processor time, a load at a time");
        var signed = new SignedPolicy();
        report.Say($"policy: {signed.Policy.LabelCount} labels, {signed.Policy.Types.Length} types, image of {signed.Image.Length} bytes");
        MeasureLoad(report, signed.Image);
        OperationCosts.Measure(report, signed);
        PairCosts.Measure(report, signed);
        CedarCosts.Measure(report, signed.Policy);
    }

    private static void MeasureLoad(Report report, byte[] image)
    {
        var hash = new Contender("SHA-256", 1, () => SHA256.HashData(image)[0]);
        var open = new Contender("open signed", 1, () => (long)CompiledPolicy.Open(image, out _)!.Serial);
        var openUnsigned = new Contender("open unsigned", 1, () => (long)CompiledPolicy.OpenUnsigned(image, out _)!.Serial);
        // One after the other: with both in a round the collector, which comes at every fourth load, would always meet the same one.
        var signed = Interleaving.Run(Plan.Long, hash, open);
        report.Add("loading a policy, beside SHA-256 of the same bytes", signed);
        report.Add("load_vs_sha256", signed[1].RatioTo(signed[0]), "ratio", Goal.AtMost(1.3));
        var unsigned = Interleaving.Run(Plan.Long, hash, openUnsigned);
        report.Add("the same, without its signature", unsigned);
        report.Add("open_unsigned_vs_sha256", unsigned[1].RatioTo(unsigned[0]), "ratio", Goal.Context);
    }
}
