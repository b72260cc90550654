using System;

namespace Cofferdam.Eng.Tables;

/// <summary>A table is not well formed; the message names file and line.</summary>
public sealed class TableException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public TableException(string message)
        : base(message)
    {
    }
}
