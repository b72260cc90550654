using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>
/// What the test-suite of sHype's access-control module asserted, as far as it needs no machine: the expected answers are theirs. Its cases about
/// names (a colon in a label) and about reading and writing labels belong to the policy compiler and are not here.
/// </summary>
[Trait("Requirement", "ISO-3")]
public sealed class ShypeBehaviours
{
    private const string Allowed = TestHost.Allowed;

    [Fact]
    public void Green_and_red_start_together()
    {
        var host = new TestHost(Samples.Colours());
        host.Create(1, "green");
        host.Create(2, "red");
        Assert.Equal((Allowed, Allowed), (host.Start(1), host.Start(2)));
    }

    [Fact]
    public void While_blue_runs_red_is_refused()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "blue");
        host.Create(2, "red");
        Assert.Equal("conflicts", host.Start(2));
        host.Stop(1);
        Assert.Equal(Allowed, host.Start(2));
    }

    [Fact]
    public void A_machine_with_a_matching_disk_starts()
    {
        var host = new TestHost(Samples.Colours());
        host.Create(1, "red");
        host.Volume(9, "red");
        Assert.Equal((Allowed, Allowed), (host.Attach(1, 9), host.Start(1)));
    }

    [Fact]
    public void A_blue_machine_with_a_red_disk_is_refused()
    {
        // The disk was blue when it was attached: a disk of another colour is not attached in the first place.
        var host = WithDisk("blue", "blue");
        host.Stop(1);
        host.Sanitize(ResidueKind.Volume, 9);
        Assert.Equal(Allowed, host.RelabelVolume(9, "red"));
        Assert.Equal("sharing", host.Start(1));
    }

    [Fact]
    public void A_dry_run_says_that_a_red_disk_will_be_refused_and_changes_nothing()
    {
        var host = new TestHost(Samples.Colours());
        host.Create(1, "blue");
        host.Volume(9, "red");
        var before = host.Lockstep.Monitor;
        Assert.Equal("sharing", host.Ask(new AttachVolume(new DomainId(1), new ResourceId(9), true)));
        Assert.Same(before, host.Lockstep.Monitor);
    }

    [Fact]
    public void A_dry_run_knows_the_wall()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "blue");
        host.Create(2, "red");
        Assert.Equal("conflicts", host.Ask(new StartDomain(new DomainId(2), host.Now)));
    }

    [Fact]
    public void A_running_blue_machine_gets_a_blue_disk_and_no_red_one()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "blue");
        host.Volume(8, "blue");
        host.Volume(9, "red");
        Assert.Equal((Allowed, "sharing"), (host.Attach(1, 8), host.Attach(1, 9)));
        Assert.Single(host.Lockstep.Monitor.Domains[new DomainId(1)].Attachments);
    }

    [Fact]
    public void A_machine_of_an_unknown_label_is_refused()
    {
        var host = new TestHost(Samples.Colours());
        Assert.Equal("unknown-label", host.Create(1, "mauve"));
        Assert.Empty(host.Lockstep.Monitor.Domains);
    }

    [Fact]
    public void A_running_machine_is_not_relabelled()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "red");
        Assert.Equal("phase", host.Relabel(1, "green"));
    }

    [Fact]
    public void A_paused_machine_is_not_relabelled()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "red");
        host.Pause(1);
        Assert.Equal("phase", host.Relabel(1, "green"));
    }

    [Fact]
    public void A_conflict_refuses_a_new_label()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "blue");
        host.Create(2, "green");
        Assert.Equal("conflicts", host.Relabel(2, "red"));
        host.Stop(1);
        Assert.Equal(Allowed, host.Relabel(2, "red"));
    }

    [Fact]
    public void A_disk_without_a_label_blocks_the_start()
    {
        // Under quarantine the disk may be there, but nothing with a label gets it; where the policy denies, there is no such disk.
        var host = new TestHost(Samples.Colours().Quarantine());
        host.Create(1, "red");
        Assert.Equal(Allowed, host.Volume(9, null));
        Assert.Equal("quarantine", host.Attach(1, 9));
        Assert.Equal("unlabelled", new TestHost(Samples.Colours()).Volume(9, null));
    }

    [Fact]
    public void A_disk_that_lost_its_label_blocks_the_start()
    {
        var host = WithDisk("red", "red", quarantine: true);
        host.Stop(1);
        host.Sanitize(ResidueKind.Volume, 9);
        Assert.Equal(Allowed, host.Do(new RelabelResource(new ResourceId(9), default, default)));
        Assert.Equal("quarantine", host.Start(1));
        Assert.Equal(Allowed, host.RelabelVolume(9, "red"));
        Assert.Equal(Allowed, host.Start(1));
    }

    [Fact]
    public void The_disk_of_a_running_machine_is_not_relabelled()
    {
        var host = WithDisk("red", "red");
        Assert.Equal("in-use", host.RelabelVolume(9, "green"));
        host.Pause(1);
        Assert.Equal("in-use", host.RelabelVolume(9, "green"));
    }

    [Fact]
    public void A_saved_machine_that_was_relabelled_resumes_only_after_it_has_its_label_back()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "red");
        host.Save(1);
        Assert.Equal(Allowed, host.Relabel(1, "green"));
        Assert.Equal("relabelled", host.Resume(1));
        Assert.Equal(Allowed, host.Relabel(1, "red"));
        Assert.Equal(Allowed, host.Resume(1));
    }

    [Fact]
    public void A_saved_machine_whose_disk_was_relabelled_resumes_only_after_the_disk_has_its_label_back()
    {
        var host = WithDisk("red", "red");
        host.Save(1);
        host.Sanitize(ResidueKind.Volume, 9);
        Assert.Equal(Allowed, host.RelabelVolume(9, "green"));
        Assert.Equal("sharing", host.Resume(1));
        Assert.Equal(Allowed, host.RelabelVolume(9, "red"));
        Assert.Equal(Allowed, host.Resume(1));
    }

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void An_update_that_brings_a_new_conflict_between_running_machines_is_refused()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "green").Run(2, "red");
        Assert.Equal("would-break", host.Update(Samples.Colours().Conflict("new", WallMode.Running, "green", "red")));
        host.Stop(2);
        Assert.Equal(Allowed, host.Update(Samples.Colours().Conflict("new", WallMode.Running, "green", "red")));
    }

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void An_update_without_a_type_that_something_holds_is_refused()
    {
        var next = new PolicyBuilder("colours").Workloads("red", "blue").Label("green", "blue");
        var host = new TestHost(Samples.Colours()).Run(1, "green");
        Assert.Equal("type-removed", host.Update(next));
        host.Stop(1);
        Assert.Equal("type-removed", host.Update(next));
        host.Sanitize(ResidueKind.Memory, 1);
        Assert.Equal(Allowed, host.Update(next));
    }

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void An_update_without_a_label_in_use_is_refused()
    {
        var host = new TestHost(Samples.Colours());
        host.Create(1, "green");
        Assert.Equal("label-removed", host.Update(new PolicyBuilder("colours").Workloads("red", "blue").Type("green")));
        Assert.Equal("label-removed", host.Update(new PolicyBuilder("colours").Workloads("red", "blue").Type("green"), UpdateMode.Revoke));
    }

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void A_rename_into_a_conflict_is_refused()
    {
        // Green becomes teal, and teal competes with red.
        var host = new TestHost(Samples.Colours()).Run(1, "green").Run(2, "red");
        Assert.Equal("would-break", host.Update(Teal().Conflict("new", WallMode.Running, "teal", "red")));
        Assert.Equal(Allowed, host.Update(Teal()));
        Assert.Equal("teal", host.State.Domains[1].Label);
    }

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void An_update_may_remove_a_label_that_nothing_uses()
    {
        var host = new TestHost(Samples.Colours()).Run(1, "red");
        Assert.Equal(Allowed, host.Update(new PolicyBuilder("colours").Workloads("red", "blue").Conflict("rivals", WallMode.Running, "red", "blue")));
        Assert.Equal("unknown-label", host.Create(2, "green"));
    }

    [Fact]
    [Trait("Requirement", "POL-3")]
    public void A_refused_update_changes_nothing()
    {
        var host = WithDisk("green", "green").Run(2, "red");
        var before = host.Lockstep.Monitor;
        Assert.Equal("would-break", host.Update(Samples.Colours().Conflict("new", WallMode.Running, "green", "red")));
        Assert.Same(before, host.Lockstep.Monitor);
        Assert.Equal(Phase.Running, host.State.PhaseOf(1));
    }

    private static TestHost WithDisk(string machine, string disk, bool quarantine = false)
    {
        var host = new TestHost(quarantine ? Samples.Colours().Quarantine() : Samples.Colours()).Run(1, machine);
        Assert.Equal(Allowed, host.Volume(9, disk));
        Assert.Equal(Allowed, host.Attach(1, 9));
        return host;
    }

    private static PolicyBuilder Teal() => new PolicyBuilder("colours").Workloads("red", "teal", "blue")
        .Conflict("rivals", WallMode.Running, "red", "blue")
        .Renamed(KeyKind.Type, "green", "teal")
        .Renamed(KeyKind.Label, "green", "teal");
}
