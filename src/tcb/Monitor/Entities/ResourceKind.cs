namespace Cofferdam.Monitor.Entities;

/// <summary>Kinds of resources.</summary>
public enum ResourceKind : byte
{
    /// <summary>A volume.</summary>
    Volume,

    /// <summary>A labelled network.</summary>
    Network,

    /// <summary>A physical device or a virtual function of one.</summary>
    Device,

    /// <summary>A virtual TPM, bound to one domain.</summary>
    Vtpm,

    /// <summary>A console.</summary>
    Console,
}
