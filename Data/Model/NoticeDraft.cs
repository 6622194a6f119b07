namespace PlanBot.Data.Model;

/// <summary>A notice that somebody looks at and mends before it is stored as a plan.</summary>
/// <param name="Version">One more with each change.</param>
/// <param name="SourceHash">SHA-256 of the file, lower hex.</param>
/// <param name="Document">The notice as it stands, with its source lines; only the importer reads it.</param>
public sealed record NoticeDraft(Guid Id, Guid PersonId, int Version, string SourceName, string SourceHash, string Document, DateTimeOffset SavedAt);
