using System.Runtime.CompilerServices;

namespace PlanBot.Tests.Fixtures;

/// <summary>Where the sources under test lie.</summary>
public static class Repository
{
    /// <summary>The folder of PlanBot.sln, found from where this file was compiled.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
