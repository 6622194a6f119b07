using System.Buffers.Binary;

namespace PlanBot.Importing.Sources;

/// <summary>Whether an office program has put a password on a file. A docx or xlsx is then no package any more but a container of two streams, one that says how it is encrypted and one that
/// is; an old document keeps its form and sets a bit in its head.</summary>
/// <remarks>Sources: MS-OFFCRYPTO 2.3.4 (\\EncryptionInfo, \\EncryptedPackage), MS-DOC 2.5.1 (FibBase: wIdent 0xA5EC, fEncrypted).</remarks>
internal static class Protected
{
    private const int Sector = 512;
    private const ushort WordMark = 0xA5EC;
    private const ushort EncryptedBit = 0x0100;

    /// <param name="content">Of an OLE container.</param>
    public static bool Is(ReadOnlySpan<byte> content) => content.IndexOf(EncryptedPackage) >= 0 || content.IndexOf(EncryptionInfo) >= 0 || IsWord(content);

    private static bool IsWord(ReadOnlySpan<byte> content) =>
        content.Length >= Sector + 12 && BinaryPrimitives.ReadUInt16LittleEndian(content[Sector..]) == WordMark && (BinaryPrimitives.ReadUInt16LittleEndian(content[(Sector + 10)..]) & EncryptedBit) != 0;

    // As names stand in the container's directory.
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;
    private static ReadOnlySpan<byte> EncryptionInfo => "E\0n\0c\0r\0y\0p\0t\0i\0o\0n\0I\0n\0f\0o\0"u8;
}
