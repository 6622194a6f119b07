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

    /// <summary>The reason to skip; null when the component is there, or when all are required and the test itself must fail.</summary>
    public static string? SkipUnlessRequired(string? whyMissing) => AreAllRequired ? null : whyMissing;

    public static string RealNotice(string fileName) => Path.Combine(
        WhyNoRealNotices is { } missing ? throw new InvalidOperationException(missing) : NoticesFolder!, fileName);
}

/// <summary>A test on the real notices, which the project ships no copy of.</summary>
public sealed class RealNoticeFactAttribute : FactAttribute
{
    public RealNoticeFactAttribute() => Skip = Requirements.SkipUnlessRequired(Requirements.WhyNoRealNotices);
}
