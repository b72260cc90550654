using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>What kinds of access are called.</summary>
internal static class KindName
{
    /// <summary>The kind, with the port where it has one.</summary>
    public static string Of(AccessKind kind, uint port) => kind switch
    {
        AccessKind.None => "share",
        AccessKind.Vsock => $"vsock {port}",
        AccessKind.Memory => "memory",
        _ => "volume",
    };

    /// <summary>As short as it can be understood: the port, or three letters.</summary>
    public static string Short(AccessKind kind, uint port) => kind switch
    {
        AccessKind.None => "",
        AccessKind.Vsock => $"{port}",
        AccessKind.Memory => "mem",
        _ => "vol",
    };
}
