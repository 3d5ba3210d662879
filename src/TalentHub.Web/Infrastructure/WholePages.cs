using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace TalentHub.Web.Infrastructure;

/// <summary>
/// Writes a page in one piece. The framework's own writer sends every 16,000 characters by themselves, each a turn through the socket that the page waits for; fifty rows are forty thousand.
/// </summary>
internal sealed class WholePages : IHttpResponseStreamWriterFactory
{
    /// <summary>In characters; what a long page has beyond it follows in further pieces.</summary>
    private const int Piece = 64 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) => new HttpResponseStreamWriter(stream, encoding, Piece, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
