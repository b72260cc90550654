namespace Cofferdam.Tests.Style.Rings;

/// <summary>How an assembly uses a member of another one.</summary>
internal enum UseKind
{
    /// <summary>In code that people wrote, or at least in no place known to be harmless.</summary>
    Code,

    /// <summary>Only in code that the compiler wrote by itself.</summary>
    Generated,

    /// <summary>Only as an annotation.</summary>
    Attribute,

    /// <summary>Only by implementing it, which calls nothing.</summary>
    Implementation,
}
