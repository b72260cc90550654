using System;
using System.IO;

namespace Cofferdam.Tests.cli;

/// <summary>A folder for one test, gone afterwards.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coffer-");

    /// <summary>Path of a file in it.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>A project with an officer's key, as coffer init makes it.</summary>
    public string Project()
    {
        Coffer.Run("init", _folder.FullName);
        return this["coffer.yaml"];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
