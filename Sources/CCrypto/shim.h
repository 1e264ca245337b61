/* OpenSSL 3 calls the functions of one algorithm deprecated and offers `EVP_Digest` in their place, which looks the
   algorithm up for every hash: most of the time that the id of a short text takes. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
