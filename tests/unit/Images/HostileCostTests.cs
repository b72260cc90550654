using System;
using Cofferdam.PolicyImage;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>No image within the limits takes long to read, whoever made it.</summary>
[Trait("Requirement", "ISO-1")]
[Collection(nameof(TimedTests))]
public sealed class HostileCostTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Names => [.. HostilePolicies.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_policy_at_a_limit_is_read_in_bounded_time(string name)
    {
        var image = PolicyImageWriter.Write(HostilePolicies.All[name]());
        var reading = Measure(() => Assert.NotNull(CompiledPolicy.OpenUnsigned(image, out _)));
        var naming = Measure(() => Assert.NotNull(PolicyNames.Read(image, out _)));
        output.WriteLine($"{name}: {image.Length} bytes, read in {reading.TotalMilliseconds:F0} ms, names in {naming.TotalMilliseconds:F0} ms");
        Assert.InRange(reading, TimeSpan.Zero, Longest);
        Assert.InRange(naming, TimeSpan.Zero, Longest);
    }

    /// <summary>
    /// Processor time of one read, which does not depend on what else the machine does; when it is too long, of the fastest of three, since
    /// the first ones are compiled meanwhile.
    /// </summary>
    private static TimeSpan Measure(Action read)
    {
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 3 && fastest > Longest; i++)
        {
            var start = Environment.CpuUsage.TotalTime;
            read();
            var time = Environment.CpuUsage.TotalTime - start;
            fastest = time < fastest ? time : fastest;
        }
        return fastest;
    }
}
