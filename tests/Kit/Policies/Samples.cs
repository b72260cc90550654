using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>Policies that tests share.</summary>
public static class Samples
{
    /// <summary>Two banks that must not run beside each other, an insurer, a clearing house with a trusted guard, and a feed that goes one way.</summary>
    public static PolicyBuilder TwoBanks() => new PolicyBuilder("two-banks")
        .Workloads("a-bank", "b-bank", "insurer", "clearing", "sensors")
        .Workload("a-bank.trading", "a-bank")
        .Label(new LabelContent("clearing-desk", ["clearing"]) { IntegrityHigh = 1 })
        .Conflict("competitors", WallMode.Running, "a-bank", "b-bank")
        .Channel("a-bank", "clearing-desk", AccessKind.Vsock, 4433, Flows.Both)
        .Channel("b-bank", "clearing-desk", AccessKind.Vsock, 4433, Flows.Both)
        .Channel("sensors", "a-bank.trading", AccessKind.Memory, 0, Flows.Out);

    /// <summary>The colours of sHype's own tests: red and blue compete, green is at peace with both.</summary>
    public static PolicyBuilder Colours(WallMode mode = WallMode.Running) => new PolicyBuilder("colours")
        .Workloads("red", "green", "blue")
        .Conflict("rivals", mode, "red", "blue");
}
