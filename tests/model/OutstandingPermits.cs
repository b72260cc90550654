using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>Permits that are outstanding while something else happens: what was decided at one time must still be true when it is done at another.</summary>
public sealed class OutstandingPermits
{
    [Fact]
    [Trait("Requirement", "POL-3")]
    public void What_an_update_cuts_is_what_its_plan_said_even_if_others_ended_in_between()
    {
        // a keeps b apart, b keeps c apart: with a there, b breaks and c stays; without a it would be the other way round.
        var host = new TestHost(new PolicyBuilder("chain").Workloads("a", "b", "c")).Run(1, "a").Run(2, "b").Run(3, "c");
        var stop = host.Prepare(new StopDomain(new DomainId(1)));
        var next = new PolicyBuilder("chain").Workloads("a", "b", "c")
            .Conflict("first", WallMode.Running, "a", "b").Conflict("second", WallMode.Running, "b", "c");
        var update = host.Prepare(host.Successor(next, UpdateMode.Revoke));
        host.Commit(stop);
        host.Commit(update);
        Assert.Equal((Phase.Defined, Phase.Running), (host.State.PhaseOf(2), host.State.PhaseOf(3)));
    }

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void An_update_does_not_remove_types_that_an_outstanding_start_is_about_to_leave()
    {
        var host = new TestHost(new PolicyBuilder("shrinking").Type("b").Workload("a").Label("both", "a", "b"));
        host.Create(1, "both");
        var start = host.Prepare(new StartDomain(new DomainId(1), host.Now));
        var successor = host.Successor(new PolicyBuilder("shrinking").Workload("a").Label("both", "a"), UpdateMode.Revoke);
        Assert.Equal("type-removed", host.Ask(successor));
        host.Rollback(start);
        Assert.Equal(TestHost.Allowed, host.Do(successor));
    }

    [Fact]
    [Trait("Requirement", "SAN-1")]
    public void A_volume_that_was_sanitized_while_attached_is_accounted_for_again_once_its_machine_runs()
    {
        var host = new TestHost(Samples.Colours(WallMode.History));
        host.Create(1, "red");
        host.Volume(9, "red");
        host.Attach(1, 9);
        Assert.Equal(TestHost.Allowed, host.Sanitize(ResidueKind.Volume, 9));
        Assert.Equal(TestHost.Allowed, host.Start(1));
        host.Stop(1);
        Assert.Equal("residue", host.RelabelVolume(9, "blue"));
    }

    [Fact]
    [Trait("Requirement", "ISO-3")]
    public void A_volume_that_is_being_relabelled_keeps_conflicting_types_away_from_its_new_label()
    {
        var policy = Samples.Colours(WallMode.History).Channel("green", "blue", AccessKind.Volume, 0, Flows.In);
        var host = new TestHost(policy);
        host.Create(1, "green");
        host.Volume(9, "green");
        host.Attach(1, 9, writable: false);
        host.Sanitize(ResidueKind.Volume, 9);
        host.Create(2, "red");
        var relabel = host.Prepare(new RelabelResource(new ResourceId(9), TestHost.Label("blue"), TestKeys.Id("blue")));
        var start = host.Start(2);
        host.Commit(relabel);
        Assert.Equal("history", start);
    }

    [Fact]
    [Trait("Requirement", "ISO-3")]
    public void While_a_boot_is_being_recorded_nothing_else_begins()
    {
        var host = new TestHost(Samples.Colours());
        host.Create(1, "red");
        var boot = host.Prepare(new BootHost(7));
        Assert.Equal("updating", host.Ask(new StartDomain(new DomainId(1), host.Now)));
        host.Commit(boot);
        Assert.Equal(TestHost.Allowed, host.Start(1));
    }
}
