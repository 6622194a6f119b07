using System.ComponentModel;
using System.Diagnostics;

namespace PlanBot.Tests.Fixtures;

/// <summary>Where tests find what does not come with the project. With PLANBOT_REQUIRE_ALL=1 nothing is skipped, so that a missing component fails its tests.</summary>
public static class Requirements
{
    public static bool AreAllRequired => Environment.GetEnvironmentVariable("PLANBOT_REQUIRE_ALL") == "1";

    /// <summary>Folder of the two public notices, with what a reader finds in them (*.expected.json).</summary>
    public static string? NoticesFolder => Environment.GetEnvironmentVariable("PLANBOT_NOTICES");

    public static string? WhyNoRealNotices =>
        NoticesFolder is not { Length: > 0 } folder ? "PLANBOT_NOTICES does not name the folder of the real notices"
        : Directory.Exists(folder) ? null
        : $"PLANBOT_NOTICES names {folder}, which does not exist";

    /// <summary>Debian's Chromium, or the one that CHROMIUM names.</summary>
    public static string Chromium { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    /// <summary>Node.js fetches the chat page's library, and programs of others, when the project is built.</summary>
    public static string? WhyNoNode { get; } = Answers("node") ? null : "Node.js is not installed (apt-get install nodejs npm)";

    public static string? WhyNoChromium { get; } =
        File.Exists(Chromium) ? WhyNoNode : $"{Chromium} does not exist (apt-get install chromium fonts-noto-cjk, or name a Chromium in CHROMIUM)";

    /// <summary>Poppler turns PDF files into text.</summary>
    public static string? WhyNoPoppler { get; } = Answers("pdftotext", "-v") ? null : "pdftotext is not installed (apt-get install poppler-utils)";

    /// <summary>LibreOffice reads what Word and Excel of old wrote, and opens what the program writes.</summary>
    public static string? WhyNoLibreOffice { get; } = Answers("soffice") ? null : "LibreOffice is not installed (apt-get install libreoffice-writer-nogui libreoffice-calc-nogui)";

    /// <summary>The reason to skip; null when the component is there, or when all are required and the test itself must fail.</summary>
    public static string? SkipUnlessRequired(string? whyMissing) => AreAllRequired ? null : whyMissing;

    public static string RealNotice(string fileName) => Path.Combine(
        WhyNoRealNotices is { } missing ? throw new InvalidOperationException(missing) : NoticesFolder!, fileName);

    private static bool Answers(string program, string question = "--version")
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, question) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test on the real notices, which the project ships no copy of.</summary>
public sealed class RealNoticeFactAttribute : FactAttribute
{
    public RealNoticeFactAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoRealNotices);
}

/// <summary>A test of what the front-end build makes, or in which a program of others speaks to the bot.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoNode);
}

/// <summary>A table of tests in which a program of others speaks to the bot.</summary>
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoNode);
}

/// <summary>A test of a page in a real browser.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoChromium);
}

/// <summary>A table of tests of pages in a real browser.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoChromium);
}

/// <summary>A test with the real pdftotext.</summary>
public sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoPoppler);
}

/// <summary>A test with the real LibreOffice.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoLibreOffice);
}

/// <summary>A table of tests with the real LibreOffice.</summary>
public sealed class LibreOfficeTheoryAttribute : TheoryAttribute
{
    public LibreOfficeTheoryAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoLibreOffice);
}

/// <summary>A test with a program made of a shell script.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no shell scripts" : null;
}

/// <summary>A test of what is PostgreSQL's own.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Requirements.SkipUnlessRequired(PostgresServer.WhyNone);
}

/// <summary>A table of tests of what is PostgreSQL's own.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = Requirements.SkipUnlessRequired(PostgresServer.WhyNone);
}
