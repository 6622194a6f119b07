namespace PlanBot.Importing;

/// <summary>How much of a file is read as a notice. What exceeds a limit is refused, and nothing of it is kept.</summary>
public static class ImportLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>Bytes of a file of plain text, csv or html.</summary>
    public const int LargestText = 32 * 1024 * 1024;

    /// <summary>Bytes of all parts of a package that are read, unpacked, and how many times the size of the package they may be once they exceed <see cref="Harmless"/>.</summary>
    public const long MostUnpacked = 256L * 1024 * 1024;
    public const int MostGrowth = 200;
    public const long Harmless = 16L * 1024 * 1024;

    /// <summary>Parts of a package.</summary>
    public const int MostParts = 2_000;

    /// <summary>Rows of all tables of a file, and columns of one.</summary>
    public const int MostRows = 200_000;
    public const int MostColumns = 64;

    /// <summary>Tables within tables; what stands deeper is read as text of its cell.</summary>
    public const int DeepestTable = 4;

    /// <summary>Elements within elements of a document.</summary>
    public const int DeepestElement = 400;
}
