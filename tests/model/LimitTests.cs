using System.Collections.Immutable;
using System.Linq;
using Cofferdam.Monitor;
using Cofferdam.Monitor.Entities;
using Cofferdam.Monitor.Operations;
using Cofferdam.Tests.Kit.Lockstep;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Model;

/// <summary>Limits of the monitor, each reached: the last thing within is allowed, the first above refused, and room is made by removing one.</summary>
[Trait("Requirement", "RES-3")]
public sealed class LimitTests
{
    [Fact]
    public void A_machine_reads_so_many_images()
    {
        var host = new TestHost(Samples.Colours());
        Assert.Equal(("limit", TestHost.Allowed), (Create(host, 1, MonitorLimits.Images + 1), Create(host, 1, MonitorLimits.Images)));
    }

    [Fact]
    public void A_machine_has_so_many_attachments()
    {
        var host = new TestHost(Samples.Colours());
        host.Create(1, "red");
        for (var volume = 1ul; volume <= MonitorLimits.Attachments + 1; volume++)
            host.Volume(volume, "red");
        for (var volume = 1ul; volume <= MonitorLimits.Attachments; volume++)
            Assert.Equal(TestHost.Allowed, host.Attach(1, volume));
        Assert.Equal("limit", host.Attach(1, MonitorLimits.Attachments + 1));
        host.Do(new DetachResource(new DomainId(1), new ResourceId(7)));
        Assert.Equal(TestHost.Allowed, host.Attach(1, MonitorLimits.Attachments + 1));
    }

    [Fact]
    public void A_host_holds_so_many_tickets()
    {
        var host = new TestHost(Samples.Colours());
        for (var policy = 0; policy < MonitorLimits.Tickets; policy++)
            Assert.Equal(TestHost.Allowed, Present(host, policy));
        Assert.Equal(("limit", TestHost.Allowed), (Present(host, MonitorLimits.Tickets), Present(host, 3)));
    }

    [Fact]
    public void A_host_has_so_many_domains()
    {
        // Without comparing whole states after each of them, which the lockstep does.
        var host = new TestHost(Samples.Colours());
        var (oracle, monitor) = (host.State, host.Lockstep.Monitor);
        for (var id = 1ul; id <= MonitorLimits.Domains; id++)
            monitor = ReferenceMonitor.Step(monitor, Domain(id), out _);
        oracle = oracle with
        {
            CommittedDomains = Enumerable.Range(1, MonitorLimits.Domains)
                .ToImmutableSortedDictionary(id => (ulong)id, id => new OracleDomain((ulong)id, "red", default, [])),
        };
        var last = Domain(MonitorLimits.Domains + 1);
        Assert.Equal(("limit", Cofferdam.Monitor.Decisions.Rule.Limit), (Checks.Ask(oracle, last).Rule, last.Decide(monitor).Rule));
        Assert.Equal(MonitorLimits.Domains, monitor.Domains.Count);
    }

    private static CreateDomain Domain(ulong id) => new(new DomainId(id), TestHost.Label("red"), TestKeys.Id("red"), []);

    private static string Create(TestHost host, ulong id, int images) => host.Do(new CreateDomain(
        new DomainId(id), TestHost.Label("red"), TestKeys.Id("red"), [.. Enumerable.Repeat(TestKeys.Image("micro"), images)]));

    private static string Present(TestHost host, int policy) => host.Do(new PresentTicket(
        new HostTicket(host.State.Host, host.State.Boot, TestKeys.Image($"policy {policy}"), host.Now + 10, TestKeys.Id("verifier")), host.Now));
}
