using System;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>Something in a scenario did not happen as it says.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>A failure without a message.</summary>
    public ScenarioException()
    {
    }

    /// <summary>A failure.</summary>
    public ScenarioException(string message)
        : base(message)
    {
    }

    /// <summary>A failure that another one caused.</summary>
    public ScenarioException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
