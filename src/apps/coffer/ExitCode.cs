namespace Cofferdam.Coffer;

/// <summary>What a command ends with; the same numbers for every command (docs/reference/cli.md).</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Denied = 3;
    public const int PolicyInvalid = 4;
    public const int ChangesPending = 5;
    public const int NotTrusted = 6;
}
