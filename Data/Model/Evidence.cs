namespace PlanBot.Data.Model;

/// <summary>A file that goes with a report (佐证材料). Its content lies outside the database, under its checksum.</summary>
public sealed record Evidence
{
    public required Guid Id { get; init; }
    public required Guid ObligationId { get; init; }

    /// <summary>The version it was filed with; 0 while the report is in the making.</summary>
    public required int Version { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>As its author named it, made safe for any system.</summary>
    public required string Name { get; init; }

    /// <summary>By the content, whatever the name says.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of the content, 64 hexadecimal digits in lower case.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
