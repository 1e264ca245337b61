#include <libxml/xmlversion.h>
/* Some systems build libxml2 with ICU, and its headers then bring ICU's in, which clash with the ones that Swift's
   Foundation carries. Nothing that Diptych uses of libxml2 has ICU in its declaration. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
