using System.IO.Compression;
using System.Xml;
using PlanBot.Texts;

namespace PlanBot.Importing.Sources;

/// <summary>A docx or xlsx opened as data: parts are streamed within the limits, no entity is resolved, no link is followed and nothing is run.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts;
    private long left;

    /// <exception cref="UnreadableSourceException">Macros, or more parts than a document has.</exception>
    /// <exception cref="InvalidDataException">No package, or a damaged one.</exception>
    public Package(byte[] content)
    {
        archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > ImportLimits.MostParts)
            throw new UnreadableSourceException(new(NoticeIssue.Unpacked, Subject: $"{ImportLimits.MostParts}个部分 parts"));
        parts = archive.Entries.GroupBy(entry => entry.FullName.Replace('\\', '/').TrimStart('/').ToUpperInvariant()).ToDictionary(same => same.Key, same => same.First());
        if (parts.Keys.Any(name => name.EndsWith("VBAPROJECT.BIN", StringComparison.Ordinal)))
            throw new UnreadableSourceException(new(NoticeIssue.Macros));
        left = Math.Min(ImportLimits.MostUnpacked, Math.Max(ImportLimits.Harmless, (long)content.Length * ImportLimits.MostGrowth));
    }

    public bool IsEncrypted => archive.Entries.Any(entry => entry.IsEncrypted);

    public bool Has(string name) => parts.ContainsKey(name.ToUpperInvariant());

    /// <returns>Null when there is no such part.</returns>
    public XmlReader? Open(string name)
    {
        if (!parts.TryGetValue(name.ToUpperInvariant(), out var entry))
            return null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true };
        return XmlReader.Create(new Metered(entry.Open(), this), settings);
    }

    public void Dispose() => archive.Dispose();

    private void Take(int bytes)
    {
        if ((left -= bytes) < 0)
            throw new UnreadableSourceException(new(NoticeIssue.Unpacked, Subject: $"{ImportLimits.MostUnpacked / 1024 / 1024} MB"));
    }

    /// <summary>Counts what comes out of a part, whatever its size is said to be.</summary>
    private sealed class Metered(Stream inner, Package package) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            package.Take(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
