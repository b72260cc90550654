using System.Collections.Generic;
using Cofferdam.Tests.Kit.Campaigns;
using Cofferdam.Tests.Kit.Campaigns.Walls;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>Every state of small walls, to the fixpoint; <c>./campaign walls</c> goes further.</summary>
[Trait("Requirement", "ISO-3")]
[Trait("Requirement", "POL-5")]
public sealed class WallTests(ITestOutputHelper output)
{
    [Fact]
    public void Three_types_in_up_to_two_sets_are_decided_as_the_oracle_does() =>
        Walk(WallStructure.All(3, 2, inherit: false, pairs: false), new WallScale(2, 0, Relabel: false, Permits: false));

    [Fact]
    public void Three_types_that_inherit_are_decided_as_the_oracle_does() =>
        Walk(WallStructure.All(3, 1, inherit: true, pairs: false), new WallScale(2, 0, Relabel: false, Permits: false));

    [Fact]
    public void Labels_of_two_types_are_decided_as_the_oracle_does() =>
        Walk(WallStructure.All(2, 2, inherit: true, pairs: true), new WallScale(2, 0, Relabel: false, Permits: false));

    [Fact]
    public void Relabelling_and_what_it_leaves_is_decided_as_the_oracle_does() =>
        Walk(WallStructure.All(2, 1, inherit: false, pairs: false), new WallScale(2, 0, Relabel: true, Permits: false));

    [Fact]
    public void Volumes_and_operations_beside_outstanding_ones_are_decided_as_the_oracle_does() =>
        Walk(WallStructure.All(2, 1, inherit: false, pairs: false), new WallScale(2, 1, Relabel: false, Permits: true));

    private void Walk(IEnumerable<WallStructure> structures, WallScale scale)
    {
        var report = new TestReport(output);
        Assert.Equal(0, WallsCampaign.Walk(structures, scale, new CampaignClock(null), report));
    }
}
