using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Entities;
using Cofferdam.Tests.Kit.Campaigns;
using Cofferdam.Tests.Kit.Campaigns.Surveys;
using Cofferdam.Tests.Kit.Campaigns.Walls;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>
/// The comparison itself: an oracle that is wrong on purpose in one point must be found out. What passes for every right oracle and every wrong
/// one alike would show nothing.
/// </summary>
[Trait("Requirement", "POL-5")]
public sealed class HarnessTests
{
    private const int Lives = 400;
    private const int Steps = 200;

    private static readonly Dictionary<string, Func<OracleState, OracleState>> Slips = new()
    {
        ["snapshots leave nothing"] = state => Without(state, ResidueKind.Snapshot),
        ["memory is forgotten"] = state => Without(state, ResidueKind.Memory),
        ["volumes are forgotten"] = state => Without(state, ResidueKind.Volume),
        ["the label of a saved machine is forgotten"] = state => state with
        {
            CommittedDomains = state.CommittedDomains.SetItems(state.CommittedDomains.Select(
                pair => KeyValuePair.Create(pair.Key, pair.Value with { SavedLabel = pair.Value.Label }))),
        },
        ["the order of starts is forgotten"] = state => state with
        {
            CommittedDomains = state.CommittedDomains.SetItems(state.CommittedDomains.Select(
                pair => KeyValuePair.Create(pair.Key, pair.Value with { StartOrder = (int)pair.Key }))),
        },
        ["permits are forgotten"] = state => state with { Permits = state.Permits.Clear() },
        ["leases are forgotten"] = state => state with { Leases = [] },
        ["tickets are forgotten"] = state => state with { Tickets = state.Tickets.Clear() },
    };

    // Windows that only a survey meets often enough are left to it.
    public static IEnumerable<TheoryDataRow<string>> NamesOfMisreadings =>
        Misreadings.All.Keys.Where(name => name != "windows go both ways").Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> NamesOfSlips => Slips.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(NamesOfMisreadings))]
    public void An_oracle_that_misreads_policies_is_found_out(string misreading) =>
        Assert.True(IsFoundOut(() => new PolicyShelf(Misreadings.All[misreading]), null));

    [Theory]
    [MemberData(nameof(NamesOfSlips))]
    public void An_oracle_that_forgets_is_found_out(string slip) => Assert.True(IsFoundOut(() => new PolicyShelf(), Slips[slip]));

    [Fact]
    public void A_walk_finds_out_an_oracle_that_misreads_modes()
    {
        var shelf = new PolicyShelf(Misreadings.All["sets with a history are taken for running ones"]);
        Assert.Contains(
            WallStructure.All(2, 1, inherit: false, pairs: false),
            structure => !new WallWalk(structure, new WallScale(2, 0, Relabel: false, Permits: false), shelf).Run(new CampaignClock(null)));
    }

    [Theory]
    [InlineData("channels may be opened from their other end")]
    [InlineData("windows go both ways")]
    [InlineData("channels of volumes are overlooked")]
    public void A_survey_finds_out_an_oracle_that_misreads_channels(string misreading) => Assert.NotNull(
        new Survey(ChannelPolicies.OfPair(0b10101), ChannelPolicies.Ports, new PolicyShelf(Misreadings.All[misreading])).Run(frames: false));

    [Theory]
    [InlineData("integrity is not asked")]
    [InlineData("categories are not asked")]
    public void A_survey_finds_out_an_oracle_that_misreads_levels(string misreading) =>
        Assert.NotNull(new Survey(LevelPolicies.All(2, 1, 2), [1], new PolicyShelf(Misreadings.All[misreading])).Run(frames: false));

    [Fact]
    public void A_difference_is_told_by_a_short_way_to_it()
    {
        var life = new RandomLife(Choices.From(1), PolicyScale.Small, null, Slips["memory is forgotten"]);
        life.Run(Steps);
        var told = life.Explained;
        Assert.NotNull(told);
        Assert.InRange(told.Trail.Count, 5, 8);
    }

    private static bool IsFoundOut(Func<PolicyShelf> shelf, Func<OracleState, OracleState>? slip) => Enumerable.Range(0, Lives)
        .Any(seed => new RandomLife(Choices.From((ulong)seed), PolicyScale.Small, shelf(), slip).Run(Steps) is not null);

    private static OracleState Without(OracleState state, ResidueKind kind) =>
        state with { Residues = state.Residues.RemoveRange(state.Residues.Keys.Where(residue => residue.Kind == kind)) };
}
