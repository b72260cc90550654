namespace Cofferdam.Tests.Unit.Wire;

/// <summary>Calls of a reader.</summary>
internal enum ReadKind
{
    U8,
    U16,
    U32,
    U64,
    Bytes,
    Zeros,
    End,
    Fail,
}
