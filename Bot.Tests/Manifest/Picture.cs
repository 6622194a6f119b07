using System.Buffers.Binary;
using System.IO.Compression;

namespace PlanBot.Tests.Manifest;

/// <summary>A PNG of 8 bits a channel, RGB or RGB with transparency, not interlaced: what Chromium writes and Teams asks for.</summary>
internal sealed class Picture
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private readonly byte[] rows;
    private readonly int channels;

    public Picture(byte[] png)
    {
        Assert.Equal(Signature, png[..8]);
        Width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        Height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        Assert.Equal((8, 0), (png[24], png[28]));
        channels = png[25] switch { 2 => 3, 6 => 4, var other => throw new InvalidDataException($"Colour type {other}.") };
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(png, at + 8, length);
            at += length + 12;
        }
        data.Position = 0;
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress))
            zlib.CopyTo(inflated);
        rows = Unfilter(inflated.ToArray());
    }

    public int Width { get; }

    public int Height { get; }

    public bool HasTransparency => channels == 4;

    public IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels =>
        from y in Enumerable.Range(0, Height) from x in Enumerable.Range(0, Width) select this[x, y];

    public (byte Red, byte Green, byte Blue, byte Alpha) this[int x, int y]
    {
        get
        {
            var at = ((y * Width) + x) * channels;
            return (rows[at], rows[at + 1], rows[at + 2], channels == 4 ? rows[at + 3] : byte.MaxValue);
        }
    }

    private byte[] Unfilter(byte[] filtered)
    {
        var stride = Width * channels;
        Assert.Equal((stride + 1) * Height, filtered.Length);
        var plain = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
        {
            var filter = filtered[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                var left = x >= channels ? plain[(y * stride) + x - channels] : 0;
                var above = y > 0 ? plain[((y - 1) * stride) + x] : 0;
                var corner = x >= channels && y > 0 ? plain[((y - 1) * stride) + x - channels] : 0;
                var guess = filter switch { 0 => 0, 1 => left, 2 => above, 3 => (left + above) / 2, _ => Paeth(left, above, corner) };
                plain[(y * stride) + x] = (byte)(filtered[(y * (stride + 1)) + 1 + x] + guess);
            }
        }
        return plain;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
