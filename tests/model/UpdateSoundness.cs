using System.Linq;
using Cofferdam.Monitor.Updates;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>What an update leaves behind must be a state that operations could have come to.</summary>
[Trait("Requirement", "POL-3")]
public sealed class UpdateSoundness
{
    [Fact]
    public void What_stays_attached_to_a_machine_that_an_update_stops_fits_the_wall()
    {
        // The label means red before and blue after. Memory and volume hold red, so the machine stops; its volume would be blue beside that.
        var host = new TestHost(Moving("red")).Run(1, "moving");
        host.Volume(9, "moving");
        host.Attach(1, 9);
        Assert.Equal("would-break", host.Update(Moving("blue")));
        Assert.Equal(TestHost.Allowed, host.Update(Moving("blue"), UpdateMode.Revoke));
        Assert.Empty(Soundness.Violations(host.State));
        Assert.Empty(host.Lockstep.Monitor.Domains.Values.Single().Attachments);
    }

    private static PolicyBuilder Moving(string type) => new PolicyBuilder("moving").Workloads("red", "blue").Label("moving", type)
        .Conflict("rivals", WallMode.History, "red", "blue");
}
